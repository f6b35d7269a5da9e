// SPDX-License-Identifier: Apache-2.0
#include "decode/trace.h"

#include "decode/fields.h"

namespace decode {

using namespace Qt::StringLiterals;

namespace {

void readManagers(Trace &trace, json::value fields)
{
    items(fields, [&](json::value entry) {
        each(entry, [&](std::string_view key, json::value v) {
            if (key == "manager")
                trace.managers.append(text(v));
        });
    });
}

void readMetadata(Trace &trace, json::value metadata)
{
    each(metadata, [&](std::string_view key, json::value v) {
        if (key == "uid")
            trace.uid = text(v);
        else if (key == "creationTimestamp")
            trace.created = time(v);
        else if (key == "deletionTimestamp")
            trace.deletion = time(v);
        else if (key == "managedFields")
            readManagers(trace, v);
    });
}

}  // namespace

kube::Result<Trace> trace(QByteArrayView bytes)
{
    Trace trace;
    try {
        json::parser parser;
        const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
        json::document document = parser.iterate(padded).value();
        each(document.get_value().value(), [&](std::string_view key, json::value v) {
            if (key == "metadata")
                readMetadata(trace, v);
        });
    } catch (const simdjson::simdjson_error &) {
        trace.uid.clear();
    }
    if (trace.uid.isEmpty())
        return kube::failure(kube::Error::Kind::Protocol, u"the server's answer is no object with a uid"_s);
    return trace;
}

}  // namespace decode
