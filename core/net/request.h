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

/** One question to the API server. `path` begins with a slash and is not encoded. */
struct Request {
    QByteArray verb = QByteArrayLiteral("GET");
    QString path;
    QUrlQuery query;
    QByteArray accept = QByteArrayLiteral("application/json");
    QByteArray contentType;
    QByteArray body;
    std::chrono::milliseconds quietLimit{30'000};  ///< given up when nothing moved for so long

    /** A write is sent at most once, on a connection of its own. */
    [[nodiscard]] bool isWrite() const { return verb != "GET" && verb != "HEAD"; }
};

/** What the server answered, whatever the status code; `body` is not read here. */
struct Reply {
    int status = 0;
    QByteArray body;
    QByteArray contentType;
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

/** The texts of `Warning: 299 - "text"` headers; lenient, at most 64 of 1,024 characters, control characters dropped.
 */
[[nodiscard]] QList<QString> warningTexts(const QByteArray &header);

/** Reads Retry-After, seconds or an HTTP date seen from `now`; between 1 and 60 s; nothing where it is not one. */
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, kube::Timestamp now);

/** Reads an HTTP date; null where it is not one. */
[[nodiscard]] kube::Timestamp httpDate(const QByteArray &header);

}  // namespace net
