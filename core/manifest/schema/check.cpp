// SPDX-License-Identifier: Apache-2.0
#include "manifest/schema/check.h"

#include "manifest/assist/remark.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTranslation>

#include <algorithm>
#include <cmath>

namespace manifest {

using namespace Qt::StringLiterals;
using kube::Schema;
using Type = Schema::Type;

namespace {

/** A reference leads to a reference at most so often; more is a circle. */
constexpr int ReferenceLimit = 16;

QString nameOf(Type type)
{
    switch (type) {
    case Type::Object: return u"object"_s;
    case Type::Array: return u"array"_s;
    case Type::String: return u"string"_s;
    case Type::Integer: return u"integer"_s;
    case Type::Number: return u"number"_s;
    case Type::Boolean: return u"boolean"_s;
    case Type::Any: break;
    }
    return {};
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

Type typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return Type::Boolean;
    case QJsonValue::Double: return isWhole(value) ? Type::Integer : Type::Number;
    case QJsonValue::String: return Type::String;
    case QJsonValue::Array: return Type::Array;
    case QJsonValue::Object: return Type::Object;
    default: return Type::Any;
    }
}

/** A quantity is published as a string, and may be a number. */
bool isQuantity(const QString &reference)
{
    return reference.endsWith(u"apimachinery.pkg.api.resource.Quantity");
}

class Checker {
public:
    Checker(const Document &document, const kube::SchemaSet &schemas) : m_document(document), m_schemas(schemas) {}

    QList<Finding> findings;

    void check(const QJsonValue &value, const kube::SchemaPtr &given, const QString &path)
    {
        if (!given || value.isNull())
            return;
        const auto [schema, mayBeNumber] = resolved(given);
        if (!schema)
            return;
        const Type found = typeOf(value);
        if (mayBeNumber && (found == Type::Integer || found == Type::Number))
            return;
        if (schema->isIntOrString || schema->format == "int-or-string"_L1) {
            if (found != Type::String && found != Type::Integer)
                tellType(path, found, u"integer or string"_s);
            return;
        }
        const bool fits = schema->type == Type::Any || found == schema->type ||
                          (schema->type == Type::Number && found == Type::Integer);
        if (!fits)
            return tellType(path, found, nameOf(schema->type));
        checkShape(value, schema, path);
        if (value.isString() && !schema->values.isEmpty() && !schema->values.contains(value.toString()))
            tellValue(path, value.toString(), schema->values);
    }

private:
    struct Resolved {
        kube::SchemaPtr schema;
        bool mayBeNumber = false;
    };

    /** The schema itself, wherever references lead; null: it is not known. */
    [[nodiscard]] Resolved resolved(kube::SchemaPtr schema) const
    {
        bool mayBeNumber = false;
        for (int step = 0; schema && !schema->reference.isEmpty(); ++step) {
            mayBeNumber = mayBeNumber || isQuantity(schema->reference);
            schema = step < ReferenceLimit ? m_schemas.named.value(schema->reference) : nullptr;
        }
        return {schema, mayBeNumber};
    }

    void checkShape(const QJsonValue &value, const kube::SchemaPtr &schema, const QString &path)
    {
        if (value.isObject())
            checkObject(value.toObject(), *schema, path);
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            check(array[i], schema->items, path + u'[' + QString::number(i) + u']');
    }

    void checkObject(const QJsonObject &object, const Schema &schema, const QString &path)
    {
        const bool isOpen = schema.keepsUnknown || (schema.properties.isEmpty() && !schema.others);
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString field = path.isEmpty() ? it.key() : path + u'.' + it.key();
            if (const auto known = schema.properties.value(it.key()))
                check(it.value(), known, field);
            else if (schema.others)
                check(it.value(), schema.others, field);
            else if (!isOpen && !(schema.isResource && ResourceFields.contains(it.key())))
                tell(Finding::Kind::UnknownField, field, QT_TRANSLATE_NOOP("manifest", "unknown field \"%1\""), {field},
                     nearestOf(it.key(), schema.properties.keys()));
        }
        for (const QString &name : schema.required) {
            const QString field = path.isEmpty() ? name : path + u'.' + name;
            if (object[name].isUndefined() || object[name].isNull())
                tell(Finding::Kind::MissingField, field, QT_TRANSLATE_NOOP("manifest", "%1: Required value"), {field});
        }
    }

    void tellType(const QString &path, Type found, const QString &wanted)
    {
        const QString name = nameOf(found);
        tell(Finding::Kind::WrongType, path,
             QT_TRANSLATE_NOOP("manifest", "%1: Invalid value: \"%2\": %1 in body must be of type %3: \"%2\""),
             {path, name, wanted});
    }

    void tellValue(const QString &path, const QString &value, const QStringList &values)
    {
        tell(Finding::Kind::UnknownValue, path,
             QT_TRANSLATE_NOOP("manifest", "%1: Unsupported value: \"%2\": supported values: \"%3\""),
             {path, value, values.join(u"\", \""_s)}, nearestOf(value, values));
    }

    void tell(Finding::Kind kind, const QString &field, const char *pattern, const QStringList &arguments,
              const QString &nearest = {})
    {
        Finding finding;
        finding.kind = kind;
        finding.field = field;
        finding.place = m_document.placeOf(field);
        finding.pattern = QString::fromLatin1(pattern);
        finding.arguments = arguments;
        finding.message = filled(finding.pattern, arguments);
        finding.nearest = nearest;
        findings.append(std::move(finding));
    }

    static inline const QStringList ResourceFields{u"apiVersion"_s, u"kind"_s, u"metadata"_s};
    const Document &m_document;
    const kube::SchemaSet &m_schemas;
};

/** How many letters to put in, leave out or exchange; a neighbour's place counts as one. */
int distance(const QString &a, const QString &b)
{
    QList<int> older(b.size() + 1), old(b.size() + 1), now(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        old[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            now[j] = std::min({old[j] + 1, now[j - 1] + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], older[j - 2] + 1);
        }
        older.swap(old);
        old.swap(now);
    }
    return old[b.size()];
}

}  // namespace

QList<Finding> check(const Document &document, const kube::SchemaSet &schemas)
{
    Checker checker(document, schemas);
    const QJsonObject object = QJsonDocument::fromJson(document.json).object();
    checker.check(object, schemas.ofKind(document.apiVersion, document.kind), {});
    std::ranges::stable_sort(checker.findings, [](const Finding &a, const Finding &b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return checker.findings;
}

QString nearestOf(const QString &word, const QStringList &candidates)
{
    constexpr qsizetype LongestWord = 64;
    QString best;
    int least = word.size() > LongestWord ? 0 : int(std::clamp<qsizetype>(word.size() / 3, 1, 3)) + 1;
    for (const QString &candidate : candidates) {
        if (candidate.size() > LongestWord)
            continue;
        const int far = distance(word.toLower(), candidate.toLower());
        if (far < least || (far == least && !best.isEmpty() && candidate < best)) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

}  // namespace manifest
