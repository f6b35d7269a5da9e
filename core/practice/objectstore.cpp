// SPDX-License-Identifier: Apache-2.0
#include "practice/objectstore.h"

#include "practice/json.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qsizetype HistoryLimit = 20'000;

QString keyOf(const QString &ns, const QString &name)
{
    return ns + QChar(u'\x01') + name;
}

QString keyOf(const QJsonObject &object)
{
    return keyOf(text(object, u"metadata.namespace"), text(object, u"metadata.name"));
}

}  // namespace

std::optional<QJsonObject> ObjectStore::find(const QString &resource, const QString &ns, const QString &name) const
{
    const auto objects = m_objects.constFind(resource);
    if (objects == m_objects.constEnd())
        return std::nullopt;
    const auto found = objects->constFind(keyOf(ns, name));
    return found == objects->constEnd() ? std::nullopt : std::optional(*found);
}

QList<QJsonObject> ObjectStore::list(const QString &resource, const QString &ns) const
{
    QList<QJsonObject> result;
    for (const QJsonObject &object : m_objects.value(resource))
        if (ns.isEmpty() || text(object, u"metadata.namespace") == ns)
            result.append(object);
    return result;
}

QJsonObject ObjectStore::write(const QString &resource, QJsonObject object)
{
    auto &objects = m_objects[resource];
    const QString key = keyOf(object);
    const QJsonObject before = objects.value(key);
    if (!before.isEmpty()) {
        put(object, u"metadata.resourceVersion", before.value(u"metadata"_s).toObject().value(u"resourceVersion"_s));
        if (before == object)
            return object;
    }
    ++m_version;
    put(object, u"metadata.resourceVersion", QString::number(m_version));
    objects.insert(key, object);
    record({before.isEmpty() ? Change::Type::Added : Change::Type::Modified, resource, before, object, m_version});
    return object;
}

QJsonObject ObjectStore::remove(const QString &resource, QJsonObject last)
{
    const QJsonObject before = m_objects[resource].take(keyOf(last));
    ++m_version;
    put(last, u"metadata.resourceVersion", QString::number(m_version));
    record({Change::Type::Deleted, resource, before, last, m_version});
    return last;
}

std::optional<QList<Change>> ObjectStore::since(const QString &resource, qint64 version) const
{
    if (version < m_forgotten)
        return std::nullopt;
    QList<Change> result;
    for (const Change &change : m_history)
        if (change.version > version && change.resource == resource)
            result.append(change);
    return result;
}

void ObjectStore::compact()
{
    m_history.clear();
    m_forgotten = m_version;
}

void ObjectStore::record(Change change)
{
    m_history.append(change);
    if (m_history.size() > HistoryLimit) {
        m_forgotten = m_history.at(HistoryLimit / 4 - 1).version;
        m_history.remove(0, HistoryLimit / 4);
    }
    Q_EMIT changed(change);
}

}  // namespace practice
