// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace net {

/** Says in an Error why no HTTP answer came: refused, unresolved, timed out, or which certificate is wrong and how. */
[[nodiscard]] kube::Error transportError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

/** What a list of certificate problems means, naming subject, issuer and dates. `host` is who we wanted to reach. */
[[nodiscard]] QString certificateProblem(const QList<QSslError> &errors, const QString &host);

}  // namespace net
