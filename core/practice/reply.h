// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace practice {

/** What the API server answers: a code, a JSON body (or plain text) and warnings for the Warning header. */
struct Reply {
    int code = 200;
    QJsonObject body;
    QByteArray plain;  ///< used where not null, as text/plain
    QStringList warnings;

    [[nodiscard]] bool ok() const { return code < 300; }
};

/** A metav1.Status failure. `details` may be empty. */
[[nodiscard]] Reply refuse(int code, const QString &reason, const QString &message, const QJsonObject &details = {});
[[nodiscard]] Reply notFound(const QString &resource, const QString &name);
[[nodiscard]] Reply alreadyExists(const QString &resource, const QString &name);
[[nodiscard]] Reply conflict(const QString &resource, const QString &name, const QString &message);
[[nodiscard]] Reply badRequest(const QString &message);
/** 403 with the server's wording `pods "x" is forbidden: WHY`. */
[[nodiscard]] Reply forbidden(const QString &resource, const QString &name, const QString &why,
                              const QJsonArray &causes = {});
/** 422 of field errors, each {reason, field, message}. */
[[nodiscard]] Reply invalid(const QString &kind, const QString &name, const QJsonArray &causes);
/** 404 for a path the server does not know. */
[[nodiscard]] Reply unknownPath();

}  // namespace practice
