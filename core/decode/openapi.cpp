// SPDX-License-Identifier: Apache-2.0
#include "decode/openapi.h"

#include "decode/fields.h"

namespace decode {

using namespace Qt::StringLiterals;
using Type = kube::Schema::Type;

namespace {

Type typeOf(std::string_view name)
{
    if (name == "object")
        return Type::Object;
    if (name == "array")
        return Type::Array;
    if (name == "string")
        return Type::String;
    if (name == "integer")
        return Type::Integer;
    if (name == "number")
        return Type::Number;
    return name == "boolean" ? Type::Boolean : Type::Any;
}

/** `#/components/schemas/NAME`, `#/definitions/NAME` */
QString nameIn(const QString &reference)
{
    return reference.section(u'/', -1);
}

QStringList strings(json::value value)
{
    QStringList all;
    items(value, [&](json::value element) {
        if (element.type().value() == json::json_type::string)
            all << text(element);
        else
            element.raw_json().value();  // read over
    });
    return all;
}

bool isObject(json::value &value)
{
    return value.type().value() == json::json_type::object;
}

/** Each kind that a schema is of. */
QStringList kindsOf(json::value value)
{
    QStringList kinds;
    items(value, [&](json::value element) {
        QString group, version, kind;
        each(element, [&](std::string_view key, json::value part) {
            if (key == "group")
                group = text(part);
            else if (key == "version")
                version = text(part);
            else if (key == "kind")
                kind = text(part);
        });
        kinds << (group.isEmpty() ? version : group + u'/' + version) + u' ' + kind;
    });
    return kinds;
}

class Schemas {
public:
    kube::SchemaSet set;

    /** `definitions` of v2, `components.schemas` of v3. */
    void read(json::value definitions)
    {
        each(definitions, [&](std::string_view key, json::value value) {
            const QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
            QStringList kinds;
            set.named.insert(name, schema(value, &kinds));
            for (const QString &kind : kinds)
                set.kinds.insert(kind, name);
        });
    }

private:
    kube::SchemaPtr schema(json::value value, QStringList *kinds = nullptr)
    {
        auto made = std::make_shared<kube::Schema>();
        bool isChoice = false;
        each(value, [&](std::string_view key, json::value part) {
            if (key == "oneOf" || key == "anyOf" || key == "not")
                isChoice = true;
            else if (key == "allOf")
                items(part, [&](json::value one) { join(*made, *schema(one), isChoice); });
            else if (key == "x-kubernetes-group-version-kind" && kinds)
                *kinds = kindsOf(part);
            else if (!takeLimit(*made, key, part))
                takeShape(*made, key, part);
        });
        if (isChoice && !made->isIntOrString)
            made->type = Type::Any;
        return made;
    }

    /** One part of allOf: a reference is all that Kubernetes publishes there; anything else is not understood. */
    static void join(kube::Schema &into, const kube::Schema &part, bool &isChoice)
    {
        if (part.reference.isEmpty() || !into.reference.isEmpty())
            isChoice = true;
        else
            into.reference = part.reference;
    }

    static bool takeLimit(kube::Schema &made, std::string_view key, json::value part)
    {
        if (key == "type" && part.type().value() == json::json_type::string)
            made.type = typeOf(view(part));
        else if (key == "format")
            made.format = text(part);
        else if (key == "description" && part.type().value() == json::json_type::string)
            made.description = text(part);
        else if (key == "$ref")
            made.reference = nameIn(text(part));
        else if (key == "required")
            made.required = strings(part);
        else if (key == "enum")
            made.values = strings(part);
        else if (key == "x-kubernetes-int-or-string")
            made.isIntOrString = flag(part);
        else if (key == "x-kubernetes-preserve-unknown-fields")
            made.keepsUnknown = flag(part);
        else if (key == "x-kubernetes-embedded-resource")
            made.isResource = flag(part);
        else
            return false;
        return true;
    }

    void takeShape(kube::Schema &made, std::string_view key, json::value part)
    {
        if (key == "properties")
            each(part, [&](std::string_view name, json::value property) {
                made.properties.insert(QString::fromUtf8(name.data(), qsizetype(name.size())), schema(property));
            });
        else if (key == "items" && isObject(part))
            made.items = schema(part);
        else if (key == "additionalProperties" && isObject(part))
            made.others = schema(part);
        else if (key == "additionalProperties")
            made.keepsUnknown = flag(part);
    }
};

}  // namespace

kube::Result<kube::SchemaSet> openApi(QByteArrayView bytes)
{
    const auto wrong = [](const QString &why) { return kube::failure(kube::Error::Kind::Protocol, why); };
    try {
        json::parser parser;
        const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
        auto document = parser.iterate(padded).value();
        Schemas schemas;
        bool isFound = false;
        const auto read = [&](json::value value) {
            schemas.read(value);
            isFound = true;
        };
        each(document.get_value().value(), [&](std::string_view key, json::value value) {
            if (key == "definitions")
                read(value);
            else if (key == "components")
                each(value, [&](std::string_view part, json::value named) {
                    if (part == "schemas")
                        read(named);
                });
        });
        if (!isFound)
            return wrong(u"not an OpenAPI document"_s);
        return std::move(schemas.set);
    } catch (const simdjson::simdjson_error &error) {
        return wrong(QString::fromLatin1(error.what()));
    }
}

kube::Result<QHash<QString, QString>> openApiIndex(QByteArrayView bytes)
{
    try {
        json::parser parser;
        const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
        auto document = parser.iterate(padded).value();
        QHash<QString, QString> places;
        each(document.get_value().value(), [&](std::string_view key, json::value value) {
            if (key == "paths")
                each(value, [&](std::string_view path, json::value entry) {
                    each(entry, [&](std::string_view name, json::value place) {
                        if (name == "serverRelativeURL")
                            places.insert(QString::fromUtf8(path.data(), qsizetype(path.size())), text(place));
                    });
                });
        });
        return places;
    } catch (const simdjson::simdjson_error &error) {
        return kube::failure(kube::Error::Kind::Protocol, QString::fromLatin1(error.what()));
    }
}

}  // namespace decode
