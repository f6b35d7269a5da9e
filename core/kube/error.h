// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace kube {

/** What went wrong, as a value. Code decides by `kind` (and `httpStatus`, `reason`), never by text. */
struct Error {
    enum class Kind {
        None,
        Cancelled,        ///< we or the user stopped it
        Input,            ///< the user's file or text is wrong; `where` names file, line or field
        File,             ///< a local file cannot be read or written; `where` names it
        Config,           ///< kubeconfig content is wrong; `where` names file and entry
        Unreachable,      ///< no connection: refused, unresolved, timed out, reset
        Tls,              ///< certificate or handshake problem
        Unauthorized,     ///< 401: log in again
        Forbidden,        ///< 403
        NotFound,         ///< 404
        AlreadyExists,    ///< 409 AlreadyExists
        Conflict,         ///< 409 Conflict
        Expired,          ///< 410 Gone/Expired: list again
        Invalid,          ///< 422 with field causes
        TooManyRequests,  ///< 429
        Server,           ///< 5xx and everything else the server says
        Protocol,         ///< an answer we cannot read
    };

    /** One field-level cause of a metav1.Status (`details.causes[]`). */
    struct Cause {
        QString reason;
        QString field;
        QString message;
        bool operator==(const Cause &) const = default;
    };

    Kind kind = Kind::None;
    int httpStatus = 0;  ///< 0: no HTTP answer
    QString reason;      ///< metav1.Status reason, as the server wrote it; may be empty
    QString message;     ///< for people; never holds a token, key or password
    QString where;       ///< file:line, object or field; may be empty
    std::optional<std::chrono::seconds> retryAfter;
    QList<Cause> causes;
    bool mayBeDone = false;  ///< of a write without an answer: the server may have got it, and may have done it

    bool operator==(const Error &) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

/** Shorthand for `std::unexpected(Error{...})` with the fields most errors have. */
[[nodiscard]] inline std::unexpected<Error> failure(Error::Kind kind, const QString &message, const QString &where = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.where = where;
    return std::unexpected(error);
}

}  // namespace kube
