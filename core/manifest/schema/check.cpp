// SPDX-License-Identifier: Apache-2.0
#include "manifest/schema/check.h"

#include "manifest/assist/remark.h"
#include "manifest/read/tree.h"
#include "manifest/schema/passed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTranslation>

#include <algorithm>
#include <cmath>
#include <vector>

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

Type typeOf(const Node &node)
{
    if (node.kind != Node::Kind::Scalar)
        return node.kind == Node::Kind::List ? Type::Array : Type::Object;
    switch (node.scalar.type) {
    case Scalar::Type::Bool: return Type::Boolean;
    case Scalar::Type::Integer: return Type::Integer;
    case Scalar::Type::Float:
        return std::floor(node.scalar.number) == node.scalar.number ? Type::Integer : Type::Number;
    case Scalar::Type::Text: return Type::String;
    case Scalar::Type::Null: break;
    }
    return Type::Any;
}

/** A value of JSON as a tree without places. */
NodePtr treeOf(const QJsonValue &value)
{
    auto node = std::make_shared<Node>();
    const QJsonObject object = value.toObject();
    if (value.isObject() || value.isArray())
        node->kind = value.isObject() ? Node::Kind::Map : Node::Kind::List;
    for (auto it = object.begin(); it != object.end(); ++it)
        node->entries.emplace(it.key().toUtf8(), Entry{{}, treeOf(it.value())});
    for (const QJsonValue &item : value.toArray())
        node->items.append({treeOf(item)});
    if (value.isBool())
        node->scalar.type = Scalar::Type::Bool;
    else if (value.isDouble())
        node->scalar = {Scalar::Type::Float, {}, value.toDouble()};
    else if (value.isString())
        node->scalar = {Scalar::Type::Text, value.toString().toUtf8(), 0};
    return node;
}

/** A quantity is published as a string, and may be a number. */
bool isQuantity(const QString &reference)
{
    return reference.endsWith(u"apimachinery.pkg.api.resource.Quantity");
}

class Checker {
public:
    Checker(const Document &document, const kube::SchemaSet &schemas, Passed *passed)
        : m_document(document), m_schemas(schemas), m_passed(passed)
    {
    }

    QList<Finding> findings;

    void check(const NodePtr &node)
    {
        const QString name = m_schemas.kinds.value(m_document.apiVersion + u' ' + m_document.kind);
        m_isBuiltIn = name.startsWith("io.k8s.api."_L1);
        check(node, m_schemas.named.value(name));
    }

private:
    struct Resolved {
        kube::SchemaPtr schema;
        bool mayBeNumber = false;
    };
    /** From a value to one in it. */
    struct Step {
        QByteArrayView key;
        qsizetype index = -1;  ///< of an item, which has no key
    };

    void check(const NodePtr &node, const kube::SchemaPtr &given)
    {
        const Type found = typeOf(*node);
        if (!given || found == Type::Any)
            return;
        const auto [schema, mayBeNumber] = resolved(given);
        if (!schema || (m_passed && m_passed->has(node, schema)))
            return;
        if (mayBeNumber && (found == Type::Integer || found == Type::Number))
            return;
        if (schema->isIntOrString || schema->format == "int-or-string"_L1) {
            if (found != Type::String && found != Type::Integer)
                tellType(found, u"integer or string"_s);
            return;
        }
        const bool fits = schema->type == Type::Any || found == schema->type ||
                          (schema->type == Type::Number && found == Type::Integer);
        if (!fits)
            return tellType(found, nameOf(schema->type));
        const qsizetype before = findings.size();
        checkShape(*node, *schema);
        if (found == Type::String && !schema->values.isEmpty())
            checkWord(QString::fromUtf8(node->scalar.text), schema->values);
        if (m_passed && findings.size() == before)
            m_passed->add(node, schema);
    }

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

    void checkShape(const Node &node, const Schema &schema)
    {
        if (node.kind == Node::Kind::Map)
            checkMap(node, schema);
        for (qsizetype i = 0; i < node.items.size(); ++i) {
            m_steps.push_back({{}, i});
            check(node.items[i].node, schema.items);
            m_steps.pop_back();
        }
    }

    void checkMap(const Node &map, const Schema &schema)
    {
        const bool isOpen = schema.keepsUnknown || (schema.properties.isEmpty() && !schema.others);
        for (const auto &[key, entry] : map.entries) {
            const QString name = QString::fromUtf8(key);
            m_steps.push_back({key});
            if (const auto known = schema.properties.value(name))
                check(entry.value, known);
            else if (schema.others)
                check(entry.value, schema.others);
            else if (!isOpen && !(schema.isResource && ResourceFields.contains(name)))
                tell(Finding::Kind::UnknownField, QT_TRANSLATE_NOOP("manifest", "unknown field \"%1\""), {},
                     nearestOf(name, schema.properties.keys()));
            m_steps.pop_back();
        }
        for (const QString &name : schema.required) {
            const QByteArray key = name.toUtf8();
            const auto written = map.entries.find(key);
            if (written != map.entries.end() && typeOf(*written->second.value) != Type::Any)
                continue;
            m_steps.push_back({key});
            tell(Finding::Kind::MissingField, QT_TRANSLATE_NOOP("manifest", "%1: Required value"));
            m_steps.pop_back();
        }
    }

    void checkWord(const QString &word, const QStringList &words)
    {
        if (!words.contains(word) && !(m_isBuiltIn && word.isEmpty()))
            tell(Finding::Kind::UnknownValue,
                 QT_TRANSLATE_NOOP("manifest", "%1: Unsupported value: \"%2\": supported values: \"%3\""),
                 {word, words.join(u"\", \""_s)}, nearestOf(word, words));
    }

    void tellType(Type found, const QString &wanted)
    {
        tell(Finding::Kind::WrongType,
             QT_TRANSLATE_NOOP("manifest", "%1: Invalid value: \"%2\": %1 in body must be of type %3: \"%2\""),
             {nameOf(found), wanted});
    }

    [[nodiscard]] QString path() const
    {
        QString path;
        for (const Step &step : m_steps) {
            if (step.index >= 0)
                path += u'[' + QString::number(step.index) + u']';
            else
                path += (path.isEmpty() ? QString() : u"."_s) + QString::fromUtf8(step.key);
        }
        return path;
    }

    /** The first argument is the field. */
    void tell(Finding::Kind kind, const char *pattern, const QStringList &more = {}, const QString &nearest = {})
    {
        Finding finding;
        finding.kind = kind;
        finding.field = path();
        finding.place = m_document.placeOf(finding.field);
        finding.pattern = QString::fromLatin1(pattern);
        finding.arguments = QStringList{finding.field} + more;
        finding.message = filled(finding.pattern, finding.arguments);
        finding.nearest = nearest;
        findings.append(std::move(finding));
    }

    static inline const QStringList ResourceFields{u"apiVersion"_s, u"kind"_s, u"metadata"_s};
    const Document &m_document;
    const kube::SchemaSet &m_schemas;
    Passed *m_passed;
    bool m_isBuiltIn = false;
    std::vector<Step> m_steps;  ///< to the value that is looked at
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

QList<Finding> check(const Document &document, const kube::SchemaSet &schemas, Passed *passed)
{
    Checker checker(document, schemas, passed);
    const NodePtr &tree = document.places.tree();
    checker.check(tree ? tree : treeOf(QJsonDocument::fromJson(document.json).object()));
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
