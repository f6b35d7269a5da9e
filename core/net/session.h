// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "net/line/dial.h"
#include "net/line/lines.h"
#include "net/request.h"

#include <QObject>
#include <QSslConfiguration>

#include <optional>

namespace net {

class ByteStream;
class Fetch;
class WatchStream;

/**
 * One user's connections to one API server: HTTP/1.1, TLS 1.2 or later, no redirects, no cookies, no cache.
 * A connection carries one exchange at a time and is shared with nobody: not with another session, so that no identity
 * can slip into another's connection, and not among exchanges, so that none can hold up another. One thread. Of retry
 * it knows this only: Exchange sends a read once more whose connection was lost before the head came; a write never.
 */
class Session : public QObject {
    Q_OBJECT
public:
    enum class Drop {
        Idle,  ///< connections that nobody uses; those in use are not used again
        All,   ///< also those in use: their reads fail and their streams end, as if the line had been cut
    };

    explicit Session(const config::Connection &connection, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const config::Connection &connection() const { return m_connection; }
    [[nodiscard]] config::Credentials &credentials() { return m_credentials; }

    /** Asks once. The Fetch belongs to the caller through `owner`; deleting it gives up. */
    Fetch *fetch(const Request &request, QObject *owner);
    /** Opens a stream of JSON objects: a watch. Deleting it closes it. */
    WatchStream *stream(const Request &request, QObject *owner);
    /** Opens a stream of any bytes: a log. Deleting it closes it. */
    ByteStream *bytes(const Request &request, QObject *owner);
    /**
     * Drops connections, e.g. after sleep or a change of network. Idle ones are closed at once, exchanges in use (of
     * Drop::All) end with an Error of kind Unreachable in the next turn of the event loop. What is asked from now on
     * gets a new connection.
     */
    void forgetConnections(Drop what = Drop::Idle);

Q_SIGNALS:
    /** Exchanges on connections of an earlier generation must end. For the inside of this room. */
    void dropped(quint64 generation);

private:
    friend class ByteStream;
    friend class Exchange;
    friend class Fetch;
    friend class WatchStream;
    /** The identity that the next connections show; another certificate than before drops all connections. */
    void present(const config::Grant &grant);
    void applyTls(const config::Grant &grant);
    /** Why nothing can be asked at all: a server or a proxy that cannot be used. */
    [[nodiscard]] const std::optional<kube::Error> &obstacle() const { return m_obstacle; }
    [[nodiscard]] const Route &route() const { return m_route; }
    [[nodiscard]] Lines &lines() { return m_lines; }
    void noteClock(kube::Timestamp servers);

    config::Connection m_connection;
    config::Credentials m_credentials;
    quint64 m_identity = 0;  ///< of the grant that `m_route.tls` shows
    std::optional<kube::Error> m_obstacle;
    Route m_route;
    Lines m_lines;
};

}  // namespace net
