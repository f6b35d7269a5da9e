// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QObject>

#include <optional>

namespace practice {

/** One write, as a watch reports it. `before` is empty for an addition; a deletion carries the last state in `after`.
 */
struct Change {
    enum class Type { Added, Modified, Deleted };
    Type type = Type::Added;
    QString resource;
    QJsonObject before;
    QJsonObject after;
    qint64 version = 0;
};

/** Every object of the cluster with one counter of versions and a bounded history for watches. */
class ObjectStore : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<QJsonObject> find(const QString &resource, const QString &ns,
                                                  const QString &name) const;
    /** Ordered by namespace, then name; all namespaces where `ns` is empty. */
    [[nodiscard]] QList<QJsonObject> list(const QString &resource, const QString &ns = {}) const;
    /** Adds or replaces by namespace and name, sets resourceVersion, and returns what was stored. Equal objects change
     * nothing. */
    QJsonObject write(const QString &resource, QJsonObject object);
    /** Removes; the watch sees `last` with a new version. */
    QJsonObject remove(const QString &resource, QJsonObject last);

    [[nodiscard]] qint64 version() const { return m_version; }
    /** Changes of a resource after `version`; nothing where that is further back than the history reaches. */
    [[nodiscard]] std::optional<QList<Change>> since(const QString &resource, qint64 version) const;
    /** Forgets the history, as a compaction would. */
    void compact();

Q_SIGNALS:
    void changed(const practice::Change &change);

private:
    void record(Change change);

    QMap<QString, QMap<QString, QJsonObject>> m_objects;  ///< resource, then "ns/name"
    QList<Change> m_history;
    qint64 m_version = 0;
    qint64 m_forgotten = 0;  ///< the newest version no longer in the history
};

}  // namespace practice
