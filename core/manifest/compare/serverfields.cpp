// SPDX-License-Identifier: Apache-2.0
#include "manifest/compare/serverfields.h"

#include "manifest/documents.h"
#include "manifest/text/yamltext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr QLatin1StringView LastApplied = "kubectl.kubernetes.io/last-applied-configuration"_L1;

bool isSecret(const QJsonObject &object)
{
    return object.value("kind"_L1).toString() == "Secret"_L1;
}

/** What it is in YAML that neither the text sent nor the state before has: paths of whole branches. */
class Additions {
public:
    QStringList paths;

    void compare(const QJsonValue &after, const QJsonValue &sent, const QJsonValue &before, const QString &path)
    {
        if (sent.isUndefined() && before.isUndefined()) {
            paths.append(path);
        } else if (after.isObject()) {
            const QJsonObject object = after.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                compare(it.value(), sent.toObject().value(it.key()), before.toObject().value(it.key()),
                        path.isEmpty() ? it.key() : path + u'.' + it.key());
        } else if (after.isArray()) {
            const QJsonArray list = after.toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                compare(list.at(i), same(sent.toArray(), list.at(i), i), same(before.toArray(), list.at(i), i),
                        path + u"[%1]"_s.arg(i));
        }
    }

private:
    /** The element that stands for this one: of its name, where it has one, as admission may put others between. */
    static QJsonValue same(const QJsonArray &list, const QJsonValue &element, qsizetype place)
    {
        const QJsonValue name = element.toObject().value("name"_L1);
        if (name.isUndefined())
            return list.size() > place ? list.at(place) : QJsonValue(QJsonValue::Undefined);
        const auto at = std::ranges::find_if(
            list, [&name](const QJsonValue &one) { return one.toObject().value("name"_L1) == name; });
        return at == list.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*at);
    }
};

/** The lines of these branches: from their key to the last line before one that is indented no deeper. */
QList<int> linesOf(const QString &yaml, const QStringList &paths)
{
    const Parsed parsed = parse(yaml, {});
    if (parsed.documents.size() != 1)
        return {};
    const QStringList text = yaml.split(u'\n');
    QList<int> lines;
    for (const QString &path : paths) {
        const auto at = parsed.documents.constFirst().places.find(path);
        if (!at)
            continue;
        lines.append(at->line - 1);
        // An element's own keys stand where its first one does; a key's value deeper, or as a list at its side.
        const bool isElement = path.endsWith(u']');
        const qsizetype least = isElement ? at->column - 1 : at->column;
        for (qsizetype line = at->line; line < text.size(); ++line) {
            const auto begin = std::ranges::find_if(text.at(line), [](QChar c) { return c != u' '; });
            const qsizetype indent = begin - text.at(line).cbegin();
            const bool isItem =
                !isElement && indent == at->column - 1 && begin != text.at(line).cend() && *begin == u'-';
            if (text.at(line).isEmpty() || (indent < least && !isItem))
                break;
            lines.append(int(line));
        }
    }
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    return lines;
}

/** Hides the values of one field of two Secrets, and says where they differ. */
void hideValues(QJsonObject &before, QJsonObject &after, const QString &field)
{
    QJsonObject old = before.value(field).toObject();
    QJsonObject now = after.value(field).toObject();
    const QStringList keys = old.keys() + now.keys();
    for (const QString &key : keys) {
        const bool changes = old.contains(key) && now.contains(key) && old.value(key) != now.value(key);
        if (old.contains(key))
            old.insert(key, changes ? u"*** (before)"_s : u"***"_s);
        if (now.contains(key))
            now.insert(key, changes ? u"*** (after)"_s : u"***"_s);
    }
    for (auto [object, values] : {std::pair(&before, old), std::pair(&after, now)})
        if (object->contains(field))
            object->insert(field, values);
}

void hideSecret(QJsonObject &before, QJsonObject &after)
{
    for (const QString &field : {u"data"_s, u"stringData"_s})
        hideValues(before, after, field);
    QJsonObject old = before.value("metadata"_L1).toObject();
    QJsonObject now = after.value("metadata"_L1).toObject();
    for (QJsonObject *meta : {&old, &now}) {
        QJsonObject annotations = meta->value("annotations"_L1).toObject();
        if (annotations.contains(LastApplied)) {
            annotations.insert(LastApplied, u"***"_s);
            meta->insert("annotations"_L1, annotations);
        }
    }
    if (!before.isEmpty())
        before.insert("metadata"_L1, old);
    after.insert("metadata"_L1, now);
}

QString keptWords(const QString &value)
{
    return u"(kept: %1 bytes)"_s.arg(QByteArray::fromBase64(value.toUtf8()).size());
}

bool holds(const QJsonValue &live, const QJsonValue &sent)
{
    if (sent.isObject()) {
        const QJsonObject object = sent.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!it.value().isNull() && !holds(live.toObject().value(it.key()), it.value()))
                return false;
        return live.isObject();
    }
    if (sent.isArray()) {
        const QJsonArray list = sent.toArray();
        const QJsonArray there = live.toArray();
        if (!live.isArray() || there.size() != list.size())
            return false;
        for (qsizetype i = 0; i < list.size(); ++i)
            if (!holds(there.at(i), list.at(i)))
                return false;
        return true;
    }
    return live == sent;
}

}  // namespace

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject withoutServerFields(QJsonObject object)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    for (const QLatin1StringView field :
         {"managedFields"_L1, "uid"_L1, "resourceVersion"_L1, "generation"_L1, "creationTimestamp"_L1,
          "deletionTimestamp"_L1, "deletionGracePeriodSeconds"_L1, "selfLink"_L1})
        meta.remove(field);
    if (object.contains("metadata"_L1))
        object.insert("metadata"_L1, meta);
    object.remove("status"_L1);
    return object;
}

QJsonObject withServerFieldsBack(QJsonObject text, const QJsonObject &live)
{
    const QJsonObject known = live.value("metadata"_L1).toObject();
    QJsonObject meta = text.value("metadata"_L1).toObject();
    for (const QLatin1StringView field : {"resourceVersion"_L1, "uid"_L1})
        if (!meta.contains(field) && known.contains(field))
            meta.insert(field, known.value(field));
    text.insert("metadata"_L1, meta);
    if (!text.contains("status"_L1) && live.contains("status"_L1))
        text.insert("status"_L1, live.value("status"_L1));
    return text;
}

bool sameContent(const QJsonObject &a, const QJsonObject &b)
{
    return withoutServerFields(a) == withoutServerFields(b);
}

bool holdsAll(const QJsonObject &live, const QJsonObject &sent)
{
    return holds(withoutServerFields(live), withoutServerFields(sent));
}

Sides sidesOf(const QJsonObject &before, const QJsonObject &after, const QJsonObject &sent)
{
    QJsonObject old = withoutServerFields(before);
    QJsonObject now = withoutServerFields(after);
    const QLatin1StringView status = "status"_L1;
    if (!before.isEmpty() && before.value(status) != after.value(status)) {
        if (before.contains(status))
            old.insert(status, before.value(status));
        if (after.contains(status))
            now.insert(status, after.value(status));
    }
    Additions additions;
    additions.compare(now, sent.isEmpty() ? QJsonValue(now) : QJsonValue(sent), old, {});
    if (isSecret(after))
        hideSecret(old, now);
    Sides sides;
    sides.before = before.isEmpty() ? QString() : toYaml(old);
    sides.after = toYaml(now);
    sides.byServer = linesOf(sides.after, additions.paths);
    return sides;
}

Sides wholeSidesOf(QJsonObject before, QJsonObject after)
{
    for (QJsonObject *object : {&before, &after}) {
        QJsonObject meta = object->value("metadata"_L1).toObject();
        meta.remove("managedFields"_L1);
        if (object->contains("metadata"_L1))
            object->insert("metadata"_L1, meta);
    }
    const bool isNew = before.isEmpty();
    if (isSecret(after))
        hideSecret(before, after);
    return {isNew ? QString() : toYaml(before), toYaml(after), {}};
}

QJsonObject withKeptSecrets(QJsonObject object)
{
    if (!isSecret(object))
        return object;
    QJsonObject values = object.value("data"_L1).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        it.value() = keptWords(it.value().toString());
    if (object.contains("data"_L1))
        object.insert("data"_L1, values);
    QJsonObject meta = object.value("metadata"_L1).toObject();
    QJsonObject annotations = meta.value("annotations"_L1).toObject();
    if (annotations.contains(LastApplied)) {
        annotations.insert(LastApplied, keptWords({}));
        meta.insert("annotations"_L1, annotations);
        object.insert("metadata"_L1, meta);
    }
    return object;
}

QJsonObject withSecretsBack(QJsonObject text, const QJsonObject &live)
{
    if (!isSecret(text))
        return text;
    QJsonObject values = text.value("data"_L1).toObject();
    const QJsonObject kept = live.value("data"_L1).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        if (kept.contains(it.key()) && it.value() == keptWords(kept.value(it.key()).toString()))
            it.value() = kept.value(it.key());
    if (text.contains("data"_L1))
        text.insert("data"_L1, values);
    QJsonObject meta = text.value("metadata"_L1).toObject();
    QJsonObject annotations = meta.value("annotations"_L1).toObject();
    if (annotations.value(LastApplied) == keptWords({})) {
        annotations.insert(LastApplied, live["metadata"_L1]["annotations"_L1][LastApplied]);
        meta.insert("annotations"_L1, annotations);
        text.insert("metadata"_L1, meta);
    }
    return text;
}

}  // namespace manifest
