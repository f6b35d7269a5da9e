// SPDX-License-Identifier: Apache-2.0
#include "decode/protobuf/podlist.h"

#include "decode/protobuf/envelope.h"
#include "decode/protobuf/podmessage.h"

using namespace Qt::StringLiterals;

namespace decode {

namespace {

template <class T>
kube::Shared<T> shared(kube::Pod pod, kube::Shapes &shapes)
{
    if constexpr (std::is_same_v<T, kube::SlimPod>)
        return std::make_shared<const kube::SlimPod>(std::move(pod), shapes);
    else
        return std::make_shared<const kube::Pod>(std::move(pod));
}

/** Who a pod says it is that cannot be read whole; an empty name where not even that can be read. */
Tag tagOf(std::string_view message, Interner &intern)
{
    try {
        kube::Pod pod;
        eachField(message, [&](auto number, Field &field) {
            if (number == 1)
                fillMeta(pod, field.view(), intern);
        });
        return {pod.meta.key, pod.meta.uid, pod.meta.resourceVersion};
    } catch (const protozero::exception &) {
        return {};
    }
}

/** One item: into the list, or among those that cannot be read. */
template <class T>
void take(List<T> &list, std::string_view message, Interner &intern, kube::Shapes &shapes)
{
    try {
        kube::Pod pod = podOf(message, intern);
        if (!pod.meta.key.name.isEmpty()) {
            list.items.append(shared<T>(std::move(pod), shapes));
            return;
        }
    } catch (const protozero::exception &) {
        // it is told as one that cannot be read
    }
    list.unreadable.append(tagOf(message, intern));
}

kube::Error unreadable(const QString &why)
{
    return kube::failure(kube::Error::Kind::Protocol, u"the server's answer cannot be read: %1"_s.arg(why)).error();
}

}  // namespace

template <class T>
kube::Result<List<T>> podList(QByteArrayView body, Interner &intern, kube::Shapes &shapes)
{
    try {
        const Envelope envelope = opened(body);
        if (envelope.kind != "PodList" || envelope.apiVersion != "v1")
            return std::unexpected(unreadable(u"this is not the list that was asked for"_s));
        List<T> list;
        bool hasMeta = false;
        eachField(envelope.message, [&](auto number, Field &field) {
            if (number == 1) {
                hasMeta = true;
                list.meta = listMetaOf(field.view());
            } else if (number == 2) {
                take(list, field.view(), intern, shapes);
            }
        });
        // An empty list has no bytes but those of its metadata: without them it is no list, only nothing.
        if (!hasMeta)
            return std::unexpected(unreadable(u"this list says nothing of itself"_s));
        return list;
    } catch (const protozero::exception &failure) {
        return std::unexpected(unreadable(QString::fromUtf8(failure.what())));
    }
}

template kube::Result<List<kube::Pod>> podList(QByteArrayView, Interner &, kube::Shapes &);
template kube::Result<List<kube::SlimPod>> podList(QByteArrayView, Interner &, kube::Shapes &);

std::optional<ListMeta> listMeta(QByteArrayView body)
{
    if (!isProtobuf(body))
        return {};
    try {
        const std::string_view message = opened(body).message;
        protozero::pbf_reader reader(message.data(), message.size());
        if (!reader.next() || reader.tag() != 1)
            return {};
        return listMetaOf(Field(reader).view());
    } catch (const protozero::exception &) {
        return {};
    }
}

}  // namespace decode
