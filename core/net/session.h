// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "net/request.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>

#include <memory>

namespace net {

class Fetch;
class WatchStream;

/**
 * One user's connections to one API server: HTTP/1.1, TLS 1.2 or later, no redirects, no cookies, no cache.
 * Reads and streams have their own connection pools; each write has a fresh connection, so that nothing below can send
 * it twice. One thread; makes no decision about retry.
 */
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(const config::Connection &connection, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const config::Connection &connection() const { return m_connection; }
    [[nodiscard]] config::Credentials &credentials() { return m_credentials; }

    /** Asks once. The Fetch belongs to the caller through `owner`; deleting it gives up. */
    Fetch *fetch(const Request &request, QObject *owner);
    /** Opens a stream of JSON objects; a watch or a followed log. Deleting it closes it. */
    WatchStream *stream(const Request &request, QObject *owner);
    /** Drops every idle connection, e.g. after sleep or a change of network. */
    void forgetConnections();

private:
    friend class Fetch;
    friend class WatchStream;
    /** Puts one request on the wire with the rights of `grant`; `body` must outlive the reply. */
    QNetworkReply *start(const Request &request, const config::Grant &grant, bool isStream, QObject *owner);
    QNetworkAccessManager &pool(bool isStream, QObject *ownerOfWrite, bool isWrite);
    void applyTls(const config::Grant &grant);

    config::Connection m_connection;
    config::Credentials m_credentials;
    QSslConfiguration m_tls;
    QNetworkProxy m_proxy;
    quint64 m_tlsIdentity = 0;
    std::unique_ptr<QNetworkAccessManager> m_requests;
    std::unique_ptr<QNetworkAccessManager> m_streams;
};

}  // namespace net
