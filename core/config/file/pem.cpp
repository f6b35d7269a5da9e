// SPDX-License-Identifier: Apache-2.0
#include "config/file/pem.h"

#include "config/file/localfile.h"

using namespace Qt::StringLiterals;

namespace config {

using kube::Error;

namespace {
constexpr qint64 PemLimit = 4LL * 1024 * 1024;
}

kube::Result<QList<QSslCertificate>> certificates(const QByteArray &pem, const QString &what)
{
    QList<QSslCertificate> found = QSslCertificate::fromData(pem, QSsl::Pem);
    if (found.isEmpty())
        return kube::failure(Error::Kind::Config, u"no valid certificate found in %1"_s.arg(what), what);
    return found;
}

kube::Result<QByteArray> inlineOrFile(const QByteArray &base64, const QString &path, const QString &what)
{
    if (!base64.isEmpty()) {
        QByteArray compact = base64;
        compact.replace('\n', "").replace('\r', "").replace(' ', "");
        const auto decoded = QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return kube::failure(Error::Kind::Config, u"%1-data: illegal base64 data"_s.arg(what), what);
        return *decoded;
    }
    return path.isEmpty() ? kube::Result<QByteArray>(QByteArray()) : readLocalFile(path, PemLimit);
}

}  // namespace config
