// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page of a list, of each kind: never half an object, and a reader that is as good afterwards.
#include "decode/reader.h"
#include "fuzz/require.h"

using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

template <class T>
void page(decode::Reader &reader, QByteArrayView bytes)
{
    const kube::Result<decode::List<T>> list = reader.list<T>(bytes);
    if (!list) {
        require(list.error().kind == kube::Error::Kind::Protocol, "what cannot be read is told as such");
        return;
    }
    for (const auto &item : list->items)
        require(item != nullptr, "a list holds objects");
    const kube::Result<decode::List<T>> again = decode::Reader().list<T>(bytes);
    require(again && again->items.size() == list->items.size() && again->unreadable == list->unreadable,
            "what a reader has read before changes nothing");
    for (qsizetype i = 0; i < list->items.size(); ++i)
        require(list->items[i]->meta == again->items[i]->meta, "nor does it change the objects");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const QByteArray good = R"({"kind":"PodList","metadata":{"resourceVersion":"7"},"items":[)"
                                   R"({"metadata":{"name":"a","namespace":"b","uid":"c","resourceVersion":"5"}}]})";
    static decode::Reader reader;
    const QByteArrayView body = fuzz::view(bytes, size);
    page<kube::Pod>(reader, body);
    page<kube::Event>(reader, body);
    page<kube::Node>(reader, body);
    page<kube::Namespace>(reader, body);
    (void)reader.tags(body);
    const auto list = reader.list<kube::Pod>(good);
    require(list && list->items.size() == 1 && list->items.first()->meta.key == kube::Key{u"b"_s, u"a"_s},
            "a good list is read after any other");
    return 0;
}
