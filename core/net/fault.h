// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/timestamp.h"

#include <QAbstractSocket>
#include <QNetworkProxy>
#include <QSslError>
#include <QUrl>

namespace net {

/** Two clocks at one moment, to tell a wrong certificate from a wrong clock. */
struct Clocks {
    kube::Timestamp ours;
    kube::Timestamp servers;  ///< by the Date of its last answer; null if there was none
};

/** `example.com:6443`; with the port that the scheme means where there is none. */
[[nodiscard]] QString placeOf(const QUrl &server);
/** `proxy example.com:3128`; never its user or password. */
[[nodiscard]] QString placeOf(const QNetworkProxy &proxy);

/**
 * What a list of certificate problems means, one sentence for each kind, naming subject, issuer, dates and fingerprint.
 * `leaf` is what the server showed, `host` who we wanted.
 */
[[nodiscard]] QString certificateProblem(const QList<QSslError> &errors, const QSslCertificate &leaf,
                                         const QString &host, const Clocks &clocks);

/**
 * The Error for a socket that failed before an answer came. What fails before the connection is there, and goes through
 * a proxy, is the proxy's doing or saying: it names the proxy and has the reason `Proxy`.
 */
[[nodiscard]] kube::Error socketFault(const QAbstractSocket &socket, const QUrl &server, const QNetworkProxy &proxy,
                                      bool wasConnected);

/** `Unable to connect to the server: <what>`, of kind Unreachable, at `place`. */
[[nodiscard]] kube::Error unable(const QString &what, const QString &place);
/** Likewise of kind Tls. */
[[nodiscard]] kube::Error untrusted(const QString &what, const QString &place);

/** Added to the message of a write that was sent and not answered; command takes it away where it found out more. */
[[nodiscard]] QString doubt();

}  // namespace net
