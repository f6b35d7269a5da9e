// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/credentialreply.h"

#include "config/file/identity.h"
#include "config/file/pem.h"
#include "config/file/privatekey.h"
#include "config/plugin/plaintext.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr qsizetype QuoteLimit = 1024;

std::unexpected<kube::Error> wrong(const QString &message)
{
    return kube::failure(kube::Error::Kind::Config, u"getting credentials: "_s + message);
}

/** A banner before the JSON is worth showing; the JSON itself may hold the secret. */
QString quoted(const QByteArray &output)
{
    const qsizetype brace = output.indexOf('{');
    const QString banner = plainText((brace < 0 ? output : output.left(brace)).left(QuoteLimit), QuoteLimit);
    return banner.isEmpty() ? QString() : u"; the output begins with: %1"_s.arg(banner);
}

kube::Result<void> takeCertificate(const QJsonObject &status, Fresh &fresh)
{
    const QByteArray chainPem = status.value("clientCertificateData"_L1).toString().toUtf8();
    const QByteArray keyPem = status.value("clientKeyData"_L1).toString().toUtf8();
    if (chainPem.isEmpty() && keyPem.isEmpty())
        return {};
    if (chainPem.isEmpty() || keyPem.isEmpty())
        return wrong(u"exec plugin returned only certificate or key, not both"_s);
    const auto chain = certificates(chainPem, u"status.clientCertificateData"_s);
    if (!chain)
        return wrong(chain.error().message);
    const auto key = privateKey(keyPem, u"status.clientKeyData"_s);
    if (!key)
        return wrong(key.error().message);
    if (const auto pair = checkPair(*chain, *key, u"status.clientCertificateData"_s, u"status.clientKeyData"_s); !pair)
        return wrong(pair.error().message);
    fresh.clientChain = *chain;
    fresh.clientKey = *key;
    return {};
}

kube::Result<void> takeToken(const QJsonObject &status, Fresh &fresh)
{
    const QByteArray token = status.value("token"_L1).toString().toUtf8().trimmed();
    if (token.isEmpty())
        return {};
    if (std::ranges::any_of(token, [](char c) { return c <= 0x20 || c == 0x7F; }))
        return wrong(u"exec plugin returned a token with characters that no header may hold"_s);
    fresh.authorization = "Bearer " + token;
    return {};
}

}  // namespace

kube::Result<Fresh> credentialReply(const QByteArray &output, const QString &apiVersion)
{
    QJsonParseError parsing;
    const QByteArray json = output.startsWith("\xef\xbb\xbf") ? output.sliced(3) : output;
    const QJsonObject credential = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return wrong(u"decoding stdout: %1"_s.arg(parsing.errorString()) + quoted(json));
    if (const QString version = credential.value("apiVersion"_L1).toString(); version != apiVersion)
        return wrong(u"exec plugin is configured to use API version %1, plugin returned version %2"_s.arg(
            apiVersion, version.left(QuoteLimit / 16)));
    if (credential.value("kind"_L1).toString(u"ExecCredential"_s) != "ExecCredential"_L1)
        return wrong(u"decoding stdout: its kind is not ExecCredential"_s);
    if (!credential.value("status"_L1).isObject())
        return wrong(u"exec plugin didn't return a status field"_s);
    const QJsonObject status = credential.value("status"_L1).toObject();
    Fresh fresh;
    if (const auto taken = takeToken(status, fresh); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeCertificate(status, fresh); !taken)
        return std::unexpected(taken.error());
    if (fresh.authorization.isEmpty() && fresh.clientChain.isEmpty())
        return wrong(u"exec plugin didn't return a token or cert/key pair"_s);
    if (const QJsonValue expires = status.value("expirationTimestamp"_L1);
        !expires.isNull() && !expires.isUndefined()) {
        fresh.expires = kube::Timestamp::parse(expires.toString());
        if (fresh.expires.isNull())
            return wrong(u"decoding stdout: status.expirationTimestamp is not an RFC 3339 time"_s);
    }
    return fresh;
}

}  // namespace config
