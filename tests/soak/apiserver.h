// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "net/session.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <functional>
#include <map>

namespace soak {

/** What a plain list says of each object, by `namespace/name`: uid and resourceVersion. */
using Truth = std::map<QString, std::pair<QString, QString>>;

/** The real API server, spoken to without any fault in between; and its process, where that is ours to end. */
class ApiServer : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(int status)>;
    using Listed = std::function<void(const QHash<QString, Truth> &byResource)>;

    /** `pidFile`: names the process of the server; empty or unreadable: it is not ours. */
    ApiServer(const config::Connection &connection, const QString &pidFile);

    [[nodiscard]] const config::Connection &connection() const { return m_session.connection(); }
    /** `done` gets the status, 0 where there was no answer. */
    void send(const QByteArray &verb, const QString &path, const QByteArray &contentType, const QByteArray &body,
              const Answer &done = {});
    /** Lists each resource; not called back where one of them gave no whole list. */
    void list(const QStringList &resources, const Listed &done, const std::function<void()> &failed);

    [[nodiscard]] bool canRestart() const;
    /** Ends the process (by force or in order) and starts it anew, as it was; `up` comes when it says that it is ready.
     */
    void restart(bool byForce);

Q_SIGNALS:
    void up();

private:
    void begin();
    void askReady();
    [[nodiscard]] qint64 pid() const;

    net::Session m_session;
    QString m_pidFile;
    QStringList m_command;
    QString m_folder;
    QTimer m_asking;
};

}  // namespace soak
