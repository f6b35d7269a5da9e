// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "kube/error.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace config {

class PluginRun;

/** What one request may show to the server. Holds secrets: never print it. */
struct Grant {
    QByteArray authorization;            ///< value of the Authorization header; empty: none
    QList<QSslCertificate> clientChain;  ///< from an exec plugin; empty: the connection's own
    QSslKey clientKey;
    quint64 serial = 0;  ///< tells one grant from the next
    bool operator==(const Grant &) const = default;
};

/** Hands out one user's credentials: token, token file read again, basic, exec plugin run one at a time. */
class Credentials : public QObject {
    Q_OBJECT
public:
    using Ready = std::function<void(const kube::Result<Grant> &)>;

    explicit Credentials(const Connection &connection, QObject *parent = nullptr);
    ~Credentials() override;

    /** Calls `ready` once: at once where nothing must be run, else later; never after `context` is gone. */
    void request(QObject *context, Ready ready);
    /** The server answered 401 to the grant of that serial: the next request gets a fresh one where there can be one.
     */
    void reject(quint64 serial);
    /** True if a request after a reject may get something new. */
    [[nodiscard]] bool isRenewable() const;

private:
    struct Waiting {
        QPointer<QObject> context;
        Ready ready;
    };
    void readTokenFile();
    void runPlugin();
    void finishPlugin(const kube::Result<Grant> &result, const QDateTime &expires);

    Connection m_connection;
    Grant m_grant;
    bool m_valid = false;
    QDateTime m_expires;
    QDeadlineTimer m_readAgain;
    QDeadlineTimer m_restAfterFailure;
    int m_failures = 0;
    kube::Error m_lastFailure;
    PluginRun *m_run = nullptr;
    std::vector<Waiting> m_waiting;
};

}  // namespace config
