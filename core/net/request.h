// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace net {

/** How long each part of an exchange may take, and how much may come; a time of 0 means no limit. */
struct Limits {
    std::chrono::milliseconds connect{30'000};  ///< name lookup, TCP, proxy and TLS together
    std::chrono::milliseconds head{30'000};     ///< from the request sent to the whole head of the answer
    std::chrono::milliseconds quiet{30'000};    ///< without a byte of the body
    std::chrono::milliseconds frame{60'000};    ///< from the first to the last byte of one object of a stream
    std::chrono::milliseconds total{60'000};    ///< all of it, waiting for a connection included; not for streams
    qint64 body = 2LL * 1024 * 1024 * 1024;     ///< bytes of an answer held whole, unpacked
};

/** One question to the API server. `path` begins with a slash and is not encoded. */
struct Request {
    QByteArray verb = QByteArrayLiteral("GET");
    QString path;
    QUrlQuery query;
    QByteArray accept = QByteArrayLiteral("application/json");
    QByteArray contentType;
    QByteArray body;
    std::chrono::milliseconds quietLimit{30'000};  ///< given up when no byte of the body came for so long
    std::chrono::milliseconds headLimit{0};        ///< 0: 30 s, of a stream 60 s (a proxy may hold back its head)
    Limits limits;                                 ///< the others; its `head` and `quiet` are not read

    /** A write is sent at most once, on a connection of its own. */
    [[nodiscard]] bool isWrite() const { return verb != "GET" && verb != "HEAD"; }
};

/** What the server answered, whatever the status code; `body` is not read here. */
struct Reply {
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray location;      ///< of a redirect, as it came
    QList<QString> warnings;  ///< texts of the Warning headers, printable, capped
    std::optional<std::chrono::seconds> retryAfter;
    kube::Timestamp date;  ///< the server's clock; null if it did not say
    bool operator==(const Reply &) const = default;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/**
 * A path of percent-safe segments, `/api/v1` + {"namespaces", ns, "pods"}: each segment encoded, so that no name of the
 * cluster or the user can leave its place. Empty where a segment is empty, `.`, `..`, or holds `/` or `%`.
 */
[[nodiscard]] QString pathOf(const QString &root, const QList<QString> &segments);

}  // namespace net
