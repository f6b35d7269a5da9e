// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QSslCertificate>

namespace config {

/** Every certificate of a PEM text, in order; an error where there is none. `what` names it in the message. */
[[nodiscard]] kube::Result<QList<QSslCertificate>> certificates(const QByteArray &pem, const QString &what);

/**
 * The bytes of `base64` where it is not empty, else of the file; both empty give nothing. Files as readLocalFile has
 * them, at most 4 MiB. Never quotes what it read.
 */
[[nodiscard]] kube::Result<QByteArray> inlineOrFile(const QByteArray &base64, const QString &file, const QString &what);

}  // namespace config
