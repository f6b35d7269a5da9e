// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/discovery.h"
#include "command/logs/logreader.h"
#include "command/schema/schemacache.h"
#include "command/writer.h"
#include "kube/schema.h"

namespace command {

/** Carries out orders on one session, in the session's thread. */
class Service : public QObject {
    Q_OBJECT
public:
    using Body = std::function<void(const kube::Result<QByteArray> &)>;
    using Schemas = std::function<void(const kube::Result<kube::SchemaSetPtr> &)>;

    explicit Service(net::Session &session, const Patience &patience = {}, QObject *parent = nullptr);
    ~Service() override;

    /** `done` is called once; from the destructor of this where the order is not done by then. */
    void write(const Order &order, Writer::Done done);
    void get(const QString &path, const QUrlQuery &query, const QByteArray &accept, Body done);
    /** `done` is called once, at once where the cache has the document. */
    void schemas(const SchemaCache &cache, const QString &place, Schemas done);
    /** Reads a log from now on, until it is closed; `number` is not used for another one. */
    void openLog(quint64 number, const LogWish &wish);
    /** `take` is called once; not at all where the log is closed first. */
    void nextOfLog(quint64 number, LogReader::Take take);
    void closeLog(quint64 number);
    /** `sink` for each piece as it comes, then `done` once. */
    void pour(const LogWish &wish, std::function<void(QByteArrayView)> sink,
              std::function<void(const kube::Result<void> &)> done);

private:
    net::Session &m_session;
    Discovery m_discovery;
    Patience m_patience;
    QHash<quint64, LogReader *> m_logs;
};

}  // namespace command
