// SPDX-License-Identifier: Apache-2.0
#include "decode/names.h"

#include "decode/fields.h"

namespace decode {

kube::Result<QStringList> objectNames(QByteArrayView bytes)
{
    try {
        json::parser parser;
        const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
        auto document = parser.iterate(padded).value();
        QStringList names;
        each(document.get_value().value(), [&](std::string_view list, json::value objects) {
            if (list != "items")
                return;
            items(objects, [&](json::value object) {
                each(object, [&](std::string_view part, json::value metadata) {
                    if (part != "metadata")
                        return;
                    each(metadata, [&](std::string_view key, json::value value) {
                        if (key == "name")
                            names << text(value);
                    });
                });
            });
        });
        names.sort();
        return names;
    } catch (const simdjson::simdjson_error &error) {
        return kube::failure(kube::Error::Kind::Protocol, QString::fromLatin1(error.what()));
    }
}

}  // namespace decode
