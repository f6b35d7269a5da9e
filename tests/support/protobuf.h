// SPDX-License-Identifier: Apache-2.0
// Answers as an API server writes them for `application/vnd.kubernetes.protobuf`.
#pragma once

#include <QByteArray>
#include <QList>

#include <protozero/pbf_writer.hpp>
#include <string>

namespace support {

/** The envelope, with what it holds. */
inline QByteArray protobufBody(const std::string &kind, const std::string &message)
{
    std::string type;
    std::string envelope = std::string("k8s\0", 4);
    protozero::pbf_writer types(type);
    types.add_string(1, "v1");
    types.add_string(2, kind);
    protozero::pbf_writer writer(envelope);
    writer.add_message(1, type);
    writer.add_message(2, message);
    writer.add_string(3, "");
    writer.add_string(4, "");
    return QByteArray::fromStdString(envelope);
}

/** A Pod of namespace `ns` with nothing but its metadata, and `rest` behind it. */
inline std::string podMessage(const std::string &name, int version, const std::string &rest = {})
{
    std::string meta;
    protozero::pbf_writer fields(meta);
    fields.add_string(1, name);
    fields.add_string(3, "ns");
    fields.add_string(5, "uid-" + name);
    fields.add_string(6, std::to_string(version));
    std::string pod;
    protozero::pbf_writer(pod).add_message(1, meta);
    return pod + rest;
}

/** A PodList; `token` empty: there are no more. */
inline QByteArray podListBody(const QList<std::string> &pods, int version, const std::string &token = {},
                              int remaining = 0)
{
    std::string meta;
    protozero::pbf_writer fields(meta);
    fields.add_string(1, "");
    fields.add_string(2, std::to_string(version));
    fields.add_string(3, token);
    if (remaining > 0)
        fields.add_int64(4, remaining);
    std::string list;
    protozero::pbf_writer writer(list);
    writer.add_message(1, meta);
    for (const std::string &pod : pods)
        writer.add_message(2, pod);
    return protobufBody("PodList", list);
}

}  // namespace support
