// SPDX-License-Identifier: Apache-2.0
#include "config/idtoken.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace config {

kube::Result<kube::Timestamp> idTokenEnd(const QString &token)
{
    const QList<QString> parts = token.split(u'.');
    const auto claims = QByteArray::fromBase64Encoding(parts.value(1).toLatin1(),
                                                       QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                           QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = claims ? QJsonDocument::fromJson(*claims) : QJsonDocument();
    if (parts.size() != 3 || !document.isObject())
        return kube::failure(kube::Error::Kind::Config, u"ID Token is not a valid JWT"_s);
    const double end = document.object().value("exp"_L1).toDouble();
    constexpr double LastSecond = 9e9;  // 2255
    return end > 0 ? kube::Timestamp::fromUnixSeconds(qint64(std::min(end, LastSecond))) : kube::Timestamp();
}

}  // namespace config
