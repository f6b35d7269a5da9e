// SPDX-License-Identifier: Apache-2.0
// Any bytes as a watch: cut into frames, and each frame read as an event of each kind.
#include "decode/reader.h"
#include "fuzz/require.h"
#include "net/framing.h"

using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

template <class T>
void event(decode::Reader &reader, QByteArrayView frame)
{
    using Type = typename decode::WatchEvent<T>::Type;
    const kube::Result<decode::WatchEvent<T>> event = reader.watchEvent<T>(frame);
    if (!event) {
        require(event.error().kind == kube::Error::Kind::Protocol, "what cannot be read is told as such");
        return;
    }
    const bool isChange = event->type == Type::Added || event->type == Type::Modified || event->type == Type::Deleted;
    require(isChange == (event->object != nullptr || event->unreadable.has_value()), "a change is of an object");
    require(!event->object || !event->object->meta.key.name.isEmpty(), "an object has a name");
    require(!event->object || event->object->meta.resourceVersion == event->resourceVersion, "and one version");
    require(event->type == Type::Bookmark || !event->initialEventsEnd, "a bookmark alone ends a list");
    require(event->type == Type::Error || event->error.kind == kube::Error::Kind::None, "an error alone is one");
}

void events(decode::Reader &reader, QByteArrayView frame)
{
    event<kube::Pod>(reader, frame);
    event<kube::Event>(reader, frame);
    event<kube::Node>(reader, frame);
    event<kube::Namespace>(reader, frame);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const QByteArray good =
        R"({"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"a","namespace":"b","resourceVersion":"5"}}})";
    static decode::Reader reader;
    const QByteArrayView stream = fuzz::view(bytes, size);
    net::Framing framing;
    framing.append(stream);
    QByteArrayView frame;
    while (framing.next(frame) == net::Framing::Next::Frame)
        events(reader, frame);
    events(reader, stream);  // and what no framing would let through
    const auto pod = reader.watchEvent<kube::Pod>(good);
    require(pod && pod->object && pod->object->meta.key == kube::Key{u"b"_s, u"a"_s},
            "a good event is read after any other");
    return 0;
}
