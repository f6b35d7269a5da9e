// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/completion.h"

#include "manifest/text/yamlscalar.h"

#include <algorithm>

namespace manifest {

using namespace Qt::StringLiterals;
using kube::SchemaPtr;
using Type = kube::Schema::Type;

namespace {

/** Values that servers before 1.24 name only in prose. Source: core/v1 types.go. */
QStringList wordsOf(const QString &key, const kube::Schema *schema)
{
    if (schema && !schema->values.isEmpty())
        return schema->values;
    if (key == "imagePullPolicy"_L1)
        return {u"Always"_s, u"IfNotPresent"_s, u"Never"_s};
    if (schema && schema->type == Type::Boolean)
        return {u"true"_s, u"false"_s};
    return {};
}

Live liveOf(const Spot &spot)
{
    const QString in = spot.path.isEmpty() ? QString() : spot.path.constLast();
    const QString list = spot.path.size() > 1 && in.startsWith(u'[') ? spot.path[spot.path.size() - 2] : QString();
    const QString &key = spot.key;
    if (key == "namespace"_L1 && (in == "metadata"_L1 || list == "subjects"_L1))
        return Live::Namespaces;
    if (key == "name"_L1 && (in == "configMapRef"_L1 || in == "configMapKeyRef"_L1 || in == "configMap"_L1))
        return Live::ConfigMaps;
    if ((key == "name"_L1 && (in == "secretRef"_L1 || in == "secretKeyRef"_L1 || list == "imagePullSecrets"_L1)) ||
        (key == "secretName"_L1 && (in == "secret"_L1 || list == "tls"_L1)))
        return Live::Secrets;
    if (key == "serviceAccountName"_L1 || key == "serviceAccount"_L1)
        return Live::ServiceAccounts;
    if (key == "image"_L1 && (list == "containers"_L1 || list == "initContainers"_L1))
        return Live::Images;
    return in == "nodeSelector"_L1 ? Live::NodeLabelValues : Live::Nothing;
}

/** Each kind of a set as `apiVersion` and `kind`. */
template <class Use>
void eachKind(const Shelf &shelf, Use use)
{
    const auto walk = [&](const Shelf::SetPtr &set) {
        if (set)
            for (auto it = set->kinds.cbegin(); it != set->kinds.cend(); ++it)
                use(it.key().section(u' ', 0, 0), it.key().section(u' ', 1), set, set->named.value(it.value()));
    };
    for (const Shelf::SetPtr &set : shelf.cluster)
        walk(set);
    walk(shelf.bundled);
}

/** Whether objects of it are written: it has metadata. */
bool isObject(const SchemaPtr &schema)
{
    return schema && schema->properties.contains(u"metadata"_s) && !schema->properties.contains(u"items"_s);
}

class Maker {
public:
    Maker(const Spot &spot, const Shelf &shelf) : m_spot(spot), m_shelf(shelf) {}

    Completion make()
    {
        const Shelf::Found found = m_shelf.find(m_spot.apiVersion, m_spot.kind);
        if (m_spot.path.isEmpty() && m_spot.isValue && (m_spot.key == "kind"_L1 || m_spot.key == "apiVersion"_L1)) {
            addIdentity();
        } else if (m_spot.isValue) {
            const SchemaPtr schema =
                found.schema ? schemaAt(*found.set, found.schema, m_spot.path + QStringList{m_spot.key}) : nullptr;
            addWords(wordsOf(m_spot.key, schema.get()), schema && schema->type == Type::Boolean);
            m_made.live = liveOf(m_spot);
            m_made.labelKey = m_spot.key;
        } else if (found.schema) {
            addKeys(*found.set, schemaAt(*found.set, found.schema, m_spot.path));
        } else if (m_spot.path.isEmpty()) {
            addRootKeys();
        }
        sort();
        return std::move(m_made);
    }

private:
    void addIdentity()
    {
        const bool isKind = m_spot.key == "kind"_L1;
        eachKind(m_shelf, [&](const QString &version, const QString &kind, const auto &, const SchemaPtr &schema) {
            const bool fits = isKind ? m_spot.apiVersion.isEmpty() || m_spot.apiVersion == version
                                     : m_spot.kind.isEmpty() || m_spot.kind == kind;
            const QString &word = isKind ? kind : version;
            if (fits && isObject(schema) && !has(word))
                m_made.choices.append(
                    {word, {}, isKind ? firstSentence(schema->description) : QString(), false, spaced(word)});
        });
    }

    void addRootKeys()
    {
        for (const QString &key : {u"apiVersion"_s, u"kind"_s, u"metadata"_s})
            if (!m_spot.present.contains(key))
                m_made.choices.append({key,
                                       key == "metadata"_L1 ? u"<ObjectMeta>"_s : u"<string>"_s,
                                       {},
                                       true,
                                       withColon(key, key == "metadata"_L1 ? u'\n' + deeper(0) : u" "_s)});
    }

    void addWords(const QStringList &words, bool isBare)
    {
        for (const QString &word : words)
            m_made.choices.append({word, {}, {}, false, spaced(isBare ? word : valueText(word))});
    }

    void addKeys(const kube::SchemaSet &set, const SchemaPtr &schema)
    {
        if (!schema)
            return;
        if (schema->type == Type::Array && schema->items) {  // below `containers:`, before the first dash
            const SchemaPtr item = set.resolved(schema->items);
            if (!item || m_spot.length > 0)
                return;
            m_start = u"- "_s;
            return addKeys(set, item);
        }
        if (schema->type != Type::Object && schema->properties.isEmpty())
            return addWords(schema->values, false);
        for (auto it = schema->properties.cbegin(); it != schema->properties.cend(); ++it)
            if (!m_spot.present.contains(it.key()) && !isServers(it.key()))
                addKey(set, it.key(), it.value(), schema->required.contains(it.key()));
        if (!m_spot.path.isEmpty() && m_spot.path.constLast() == "nodeSelector"_L1)
            m_made.live = Live::NodeLabels;
    }

    void addKey(const kube::SchemaSet &set, const QString &key, const SchemaPtr &property, bool isRequired)
    {
        const SchemaPtr schema = set.resolved(property);
        const QString &description =
            property->description.isEmpty() && schema ? schema->description : property->description;
        const bool isKnown = schema && !m_spot.hasValue;
        const int column = m_spot.indent + int(m_start.size());
        QString follows = u" "_s;
        if (isKnown && schema->type == Type::Array)
            follows = u'\n' + QString(column + (m_spot.deepLists ? 2 : 0), u' ') + u"- "_s;
        else if (isKnown && schema->type == Type::Object)
            follows = u'\n' + deeper(column);
        const bool isKept = !m_spot.key.isEmpty();  // its colon and value stay
        m_made.choices.append({key, u'<' + typeName(set, property) + u'>', firstSentence(description), isRequired,
                               isKept ? key : withColon(key, follows)});
    }

    /** What only the server writes. */
    [[nodiscard]] bool isServers(const QString &key) const
    {
        static const QStringList ofMeta{u"creationTimestamp"_s,
                                        u"deletionTimestamp"_s,
                                        u"deletionGracePeriodSeconds"_s,
                                        u"generation"_s,
                                        u"managedFields"_s,
                                        u"resourceVersion"_s,
                                        u"selfLink"_s,
                                        u"uid"_s};
        if (m_spot.path.isEmpty())
            return key == "status"_L1;
        return m_spot.path.constLast() == "metadata"_L1 && ofMeta.contains(key);
    }

    [[nodiscard]] QString withColon(const QString &key, const QString &follows) const
    {
        return m_start + valueText(key) + u':' + follows;
    }

    [[nodiscard]] static QString deeper(int column) { return QString(column + 2, u' '); }

    /** Right behind `key:` a blank is missing. */
    [[nodiscard]] QString spaced(const QString &word) const { return m_spot.needsBlank ? u' ' + word : word; }

    [[nodiscard]] bool has(const QString &word) const
    {
        return std::ranges::contains(m_made.choices, word, &Choice::word);
    }

    void sort()
    {
        if (m_spot.isValue && m_spot.key != "kind"_L1 && m_spot.key != "apiVersion"_L1)
            return;
        std::ranges::sort(m_made.choices, [](const Choice &a, const Choice &b) {
            return std::pair(!a.isRequired, a.word) < std::pair(!b.isRequired, b.word);
        });
    }

    const Spot &m_spot;
    const Shelf &m_shelf;
    QString m_start;  ///< before a key: the dash of a new item
    Completion m_made;
};

}  // namespace

Completion completionAt(const Spot &spot, const Shelf &shelf)
{
    return Maker(spot, shelf).make();
}

SchemaPtr schemaAt(const kube::SchemaSet &set, const SchemaPtr &root, const QStringList &path)
{
    SchemaPtr schema = set.resolved(root);
    for (const QString &step : path) {
        if (!schema)
            return nullptr;
        if (step.startsWith(u'['))
            schema = set.resolved(schema->items);
        else if (const SchemaPtr known = schema->properties.value(step))
            schema = set.resolved(known);
        else
            schema = set.resolved(schema->others);
    }
    return schema;
}

QString typeName(const kube::SchemaSet &set, const SchemaPtr &schema)
{
    if (!schema)
        return u"Object"_s;
    if (!schema->reference.isEmpty()) {
        const SchemaPtr meant = set.resolved(schema);
        if (!meant || meant->type == Type::Object)
            return schema->reference.section(u'.', -1);
        return meant->type == Type::String ? u"string"_s : typeName(set, meant);
    }
    switch (schema->type) {
    case Type::Array: return u"[]"_s + typeName(set, schema->items);
    case Type::String: return schema->format == "int-or-string"_L1 ? u"IntOrString"_s : u"string"_s;
    case Type::Integer: return u"integer"_s;
    case Type::Number: return u"number"_s;
    case Type::Boolean: return u"boolean"_s;
    case Type::Any: return schema->isIntOrString ? u"IntOrString"_s : u"Object"_s;
    case Type::Object: break;
    }
    return schema->others ? u"map[string]"_s + typeName(set, schema->others) : u"Object"_s;
}

QString firstSentence(const QString &description)
{
    constexpr qsizetype Longest = 160;
    const QString line = description.section(u'\n', 0, 0);
    const qsizetype end = line.indexOf(". "_L1);
    const QString sentence = end > 0 ? line.first(end + 1) : line;
    return sentence.size() > Longest ? sentence.first(Longest - 1) + u'…' : sentence;
}

QString valueText(const QString &value)
{
    YamlScalarWriter writer;
    writer.string(value, 0, true);
    return writer.text;
}

}  // namespace manifest
