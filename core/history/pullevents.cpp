// SPDX-License-Identifier: Apache-2.0
#include "history/pullevents.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace history {

namespace {

constexpr int Layout = 1;  ///< of the tables; stands in the file's user_version

const QString Table = u"CREATE TABLE IF NOT EXISTS pull_event("
                      "cluster TEXT NOT NULL, uid TEXT NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL,"
                      "pod TEXT NOT NULL, pod_uid TEXT NOT NULL, field_path TEXT NOT NULL, host TEXT NOT NULL,"
                      "type TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL, count INTEGER NOT NULL,"
                      "first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(cluster, uid)) WITHOUT ROWID"_s;
const QString Upsert =
    u"INSERT INTO pull_event VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(cluster, uid) DO UPDATE "
    "SET count=excluded.count, last=excluded.last, message=excluded.message "
    "WHERE excluded.count >= count"_s;

}  // namespace

PullEvents::PullEvents(const QString &path)
    : m_path(path), m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

PullEvents::~PullEvents()
{
    QSqlDatabase::removeDatabase(m_connection);
}

kube::Result<std::unique_ptr<PullEvents>> PullEvents::open(const QString &path, kube::Timestamp now)
{
    std::unique_ptr<PullEvents> events(new PullEvents(path));
    if (const auto ready = events->prepare(now); !ready)
        return std::unexpected(ready.error());
    return events;
}

kube::Result<void> PullEvents::prepare(kube::Timestamp now)
{
    const auto failed = [this](const QString &why) {
        return kube::failure(kube::Error::Kind::File, u"the history cannot be used: %1"_s.arg(why), m_path);
    };
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return failed(u"its folder cannot be made"_s);
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite))
        return failed(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();

    QSqlDatabase base = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    base.setDatabaseName(m_path);
    base.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!base.open())
        return failed(base.lastError().databaseText());
    QSqlQuery query(base);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failed(query.lastError().databaseText());
    if (const int layout = query.value(0).toInt(); layout > Layout)
        return failed(u"a newer Gantry wrote it"_s);
    query.finish();
    const qint64 oldest = (now + -std::chrono::nanoseconds(Kept)).unixMilliseconds();
    for (const QString &statement :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s, Table, u"PRAGMA user_version=%1"_s.arg(Layout),
          u"DELETE FROM pull_event WHERE last < %1"_s.arg(oldest),
          u"DELETE FROM pull_event WHERE (cluster, uid) IN (SELECT cluster, uid FROM pull_event ORDER BY last DESC "
          "LIMIT -1 OFFSET %1)"_s.arg(Limit)})
        if (!query.exec(statement))
            return failed(query.lastError().databaseText());
    return {};
}

bool PullEvents::wants(const kube::Event &event)
{
    return event.involved.kind == u"Pod" && (event.reason == u"Pulled" || event.reason == u"Failed");
}

kube::Result<void> PullEvents::keep(const QString &cluster, const QList<kube::EventPtr> &events)
{
    QSqlDatabase base = QSqlDatabase::database(m_connection);
    QSqlQuery query(base);
    const auto failed = [&] {
        const QString why = query.lastError().isValid() ? query.lastError().databaseText() : base.lastError().text();
        base.rollback();
        return kube::failure(kube::Error::Kind::File, u"the history cannot be written: %1"_s.arg(why), m_path);
    };
    if (!base.transaction() || !query.prepare(Upsert))
        return failed();
    for (const kube::EventPtr &event : events) {
        const auto text = [](const QString &value) {
            return value.isNull() ? u""_s : value;
        };  // null is not empty in SQL
        const QVariant values[] = {cluster,
                                   event->meta.uid,
                                   text(event->meta.key.ns),
                                   event->meta.key.name,
                                   event->involved.name,
                                   text(event->involved.uid),
                                   text(event->involved.fieldPath),
                                   text(event->instance()),
                                   text(event->type),
                                   event->reason,
                                   text(event->message),
                                   event->occurrences(),
                                   event->first().unixMilliseconds(),
                                   event->last().unixMilliseconds()};
        for (qsizetype i = 0; i < std::ssize(values); ++i)
            query.bindValue(int(i), values[i]);
        if (!query.exec())
            return failed();
    }
    return base.commit() ? kube::Result<void>() : failed();
}

kube::Result<QList<kube::EventPtr>> PullEvents::of(const QString &cluster) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.prepare(u"SELECT uid, namespace, name, pod, pod_uid, field_path, host, type, reason, message, count, first, "
                  "last FROM pull_event WHERE cluster = ? ORDER BY last, uid"_s);
    query.bindValue(0, cluster);
    if (!query.exec())
        return kube::failure(kube::Error::Kind::File,
                             u"the history cannot be read: %1"_s.arg(query.lastError().databaseText()), m_path);
    QList<kube::EventPtr> events;
    while (query.next()) {
        const auto text = [&query](int column) { return query.value(column).toString(); };
        const auto time = [&query](int column) {
            return kube::Timestamp::fromUnixNanoseconds(query.value(column).toLongLong() * 1'000'000);
        };
        auto event = std::make_shared<kube::Event>();
        event->meta.uid = text(0);
        event->meta.key = {text(1), text(2)};
        event->involved.kind = u"Pod"_s;
        event->involved.ns = text(1);
        event->involved.name = text(3);
        event->involved.uid = text(4);
        event->involved.fieldPath = text(5);
        event->host = text(6);
        event->type = text(7);
        event->reason = text(8);
        event->message = text(9);
        event->count = query.value(10).toInt();
        event->firstTimestamp = time(11);
        event->lastTimestamp = time(12);
        events.append(event);
    }
    return events;
}

}  // namespace history
