// SPDX-License-Identifier: Apache-2.0
#include "config/userreader.h"

#include "config/file/identity.h"
#include "config/file/localfile.h"
#include "config/file/pem.h"
#include "config/file/privatekey.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace config {

using kube::Error;
using kube::Result;

namespace {

QString printable(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (c.isPrint() || c.isSpace())
            kept += c;
    }
    return kept;
}

}  // namespace

std::unexpected<Error> unreadable(const Error &cause, const QString &what, const QString &path, const QString &owner)
{
    const QString source = path.isEmpty() ? what + u"-data"_s : path;
    return kube::failure(cause.kind, u"unable to read %1 %2 for %3 due to %4"_s.arg(what, source, owner, cause.message),
                         source);
}

std::unexpected<Error> UserReader::refuse(const QString &message) const
{
    return kube::failure(Error::Kind::Config, message, m_user.file);
}

QString UserReader::path(const QString &named) const
{
    return absolutePath(named, m_user.file.left(m_user.file.lastIndexOf(u'/')));
}

Result<void> UserReader::read()
{
    if (const auto valid = validate(); !valid)
        return valid;
    // Over plain http nobody may see who we are.
    if (m_connection.server.scheme() != "https"_L1)
        return {};
    if (const auto read = readCertificate(); !read)
        return read;
    m_connection.token = m_user.token.trimmed();
    m_connection.tokenFile = path(m_user.tokenFile);
    m_connection.userName = m_user.userName;
    m_connection.password = m_user.password;
    m_connection.impersonate = {m_user.asUser, m_user.asUid, m_user.asGroups, m_user.asExtra};
    const bool isEnough = !m_user.token.isEmpty() || !m_user.tokenFile.isEmpty() || !m_user.userName.isEmpty() ||
                          !m_user.password.isEmpty() || !m_connection.clientChain.isEmpty();
    if (isEnough)
        return {};
    if (m_user.exec)
        readExec(*m_user.exec);
    else if (!m_user.authProvider.isEmpty())
        return readProvider();
    return {};
}

Result<void> UserReader::validate() const
{
    const QString &name = m_connection.user;
    const bool hasToken = !m_user.token.isEmpty() || !m_user.tokenFile.isEmpty();
    const bool hasBasic = !m_user.userName.isEmpty() || !m_user.password.isEmpty();
    const auto twice = [&](const QString &what) {
        return refuse(u"%1-data and %1 are both specified for %2; %1-data will override"_s.arg(what, name));
    };
    if (hasToken && hasBasic)
        return refuse(u"more than one authentication method found for %1; found [token basicAuth], only one is "
                      "allowed"_s.arg(name));
    if (!m_user.certFile.isEmpty() && !m_user.certBase64.isEmpty())
        return twice(u"client-cert"_s);
    if (!m_user.keyFile.isEmpty() && !m_user.keyBase64.isEmpty())
        return twice(u"client-key"_s);
    if ((!m_user.certFile.isEmpty() || !m_user.certBase64.isEmpty()) && m_user.keyFile.isEmpty() &&
        m_user.keyBase64.isEmpty())
        return refuse(u"client-key-data or client-key must be specified for %1 to use the clientCert authentication "
                      "method."_s.arg(name));
    if (m_user.exec && !m_user.authProvider.isEmpty())
        return refuse(u"authProvider cannot be provided in combination with an exec plugin for %1"_s.arg(name));
    if (m_user.exec) {
        if (const auto valid = validateExec(*m_user.exec); !valid)
            return valid;
    }
    if (m_user.asUser.isEmpty() && (!m_user.asUid.isEmpty() || !m_user.asGroups.isEmpty() || !m_user.asExtra.isEmpty()))
        return refuse(u"requesting uid, groups or user-extra for %1 without impersonating a user"_s.arg(name));
    return {};
}

Result<void> UserReader::validateExec(const ExecEntry &exec) const
{
    const auto missing = [&](const QString &what) {
        return refuse(u"%1 must be specified for %2 to use exec authentication plugin"_s.arg(what, m_connection.user));
    };
    if (exec.command.isEmpty())
        return missing(u"command"_s);
    if (exec.apiVersion.isEmpty())
        return missing(u"apiVersion"_s);
    if (exec.apiVersion != "client.authentication.k8s.io/v1"_L1 &&
        exec.apiVersion != "client.authentication.k8s.io/v1beta1"_L1)
        return refuse(u"exec plugin: invalid apiVersion \"%1\""_s.arg(exec.apiVersion));
    for (const auto &[variable, value] : exec.environment) {
        if (variable.isEmpty())
            return missing(u"env variable name"_s);
    }
    if (exec.interactiveMode.isEmpty())
        return exec.apiVersion.endsWith("/v1"_L1) ? Result<void>(missing(u"interactiveMode"_s)) : Result<void>();
    if (exec.interactiveMode == "Always"_L1)
        return refuse(u"exec plugin cannot support interactive mode: standard input is not a terminal"_s);
    if (exec.interactiveMode != "Never"_L1 && exec.interactiveMode != "IfAvailable"_L1)
        return refuse(u"invalid interactiveMode for %1: \"%2\""_s.arg(m_connection.user, exec.interactiveMode));
    return {};
}

Result<void> UserReader::readCertificate()
{
    if (m_user.certFile.isEmpty() && m_user.certBase64.isEmpty())
        return {};
    const QString certPath = path(m_user.certFile);
    const QString keyPath = path(m_user.keyFile);
    const QString certName = certPath.isEmpty() ? u"client-certificate-data"_s : certPath;
    const QString keyName = keyPath.isEmpty() ? u"client-key-data"_s : keyPath;
    const QString &owner = m_connection.user;
    const auto certPem = inlineOrFile(m_user.certBase64, certPath, u"client-certificate"_s);
    const auto chain = certPem ? certificates(*certPem, certName) : std::unexpected(certPem.error());
    if (!chain)
        return unreadable(chain.error(), u"client-cert"_s, certPath, owner);
    const auto keyPem = inlineOrFile(m_user.keyBase64, keyPath, u"client-key"_s);
    const auto key = keyPem ? privateKey(*keyPem, keyName) : std::unexpected(keyPem.error());
    if (!key)
        return unreadable(key.error(), u"client-key"_s, keyPath, owner);
    if (const auto pair = checkPair(*chain, *key, certName, keyName); !pair)
        return unreadable(pair.error(), u"client-key"_s, keyPath, owner);
    m_connection.clientChain = *chain;
    m_connection.clientKey = *key;
    m_connection.clientCertificateFile = certPath;
    m_connection.clientKeyFile = keyPath;
    return {};
}

Result<void> UserReader::readProvider()
{
    if (m_user.authProvider == "gcp"_L1)
        return refuse(u"The gcp auth plugin has been removed. Use the exec plugin gke-gcloud-auth-plugin instead."_s);
    if (m_user.authProvider == "azure"_L1)
        return refuse(u"The azure auth plugin has been removed. Use the exec plugin kubelogin instead."_s);
    if (m_user.authProvider != "oidc"_L1)
        return refuse(u"no Auth Provider found for name \"%1\""_s.arg(m_user.authProvider));
    const auto value = [&](const char *key) { return m_user.providerConfig.value(QString::fromLatin1(key)); };
    Oidc &oidc = m_connection.oidc;
    oidc = {value("idp-issuer-url"),
            value("client-id"),
            value("client-secret"),
            value("id-token"),
            value("refresh-token"),
            false,
            {}};
    if (oidc.issuer.isEmpty())
        return refuse(u"Must provide idp-issuer-url"_s);
    if (oidc.clientId.isEmpty())
        return refuse(u"Must provide client-id"_s);
    const QUrl issuer(oidc.issuer, QUrl::StrictMode);
    if (!issuer.isValid() || issuer.scheme() != "https"_L1 || issuer.host().isEmpty() || !issuer.userInfo().isEmpty())
        return refuse(u"the idp-issuer-url of %1 is not an https URL"_s.arg(m_connection.user));
    const QString caPath = path(value("idp-certificate-authority"));
    const QByteArray caBase64 = value("idp-certificate-authority-data").toLatin1();
    if (caPath.isEmpty() && caBase64.isEmpty())
        return {};
    const QString what = u"idp-certificate-authority"_s;
    const auto pem = inlineOrFile(caBase64, caPath, what);
    const auto ca =
        pem ? certificates(*pem, caBase64.isEmpty() ? caPath : what + u"-data"_s) : std::unexpected(pem.error());
    if (!ca)
        return unreadable(ca.error(), what, caBase64.isEmpty() ? caPath : QString(), m_connection.user);
    oidc.hasCustomCa = true;
    oidc.ca = *ca;
    return {};
}

void UserReader::readExec(const ExecEntry &exec)
{
    m_connection.hasExec = true;
    ExecPlugin &plugin = m_connection.exec;
    plugin.command = exec.command.contains(u'/') ? path(exec.command) : exec.command;
    plugin.arguments = exec.arguments;
    plugin.environment = exec.environment;
    plugin.apiVersion = exec.apiVersion;
    plugin.installHint = printable(exec.installHint);
    plugin.execInfo = execInfo(exec);
    plugin.kubeconfig = m_user.file;
    plugin.policyFile = m_files.policyFile;
}

QByteArray UserReader::execInfo(const ExecEntry &exec) const
{
    QJsonObject spec{{u"interactive"_s, false}};
    if (exec.provideClusterInfo) {
        QByteArray caPem;
        for (const QSslCertificate &certificate : std::as_const(m_connection.ca))
            caPem += certificate.toPem();
        QJsonObject about{{u"server"_s, QString::fromLatin1(m_connection.server.toEncoded())}};
        if (!caPem.isEmpty())
            about.insert(u"certificate-authority-data"_s, QString::fromLatin1(caPem.toBase64()));
        if (m_connection.insecure)
            about.insert(u"insecure-skip-tls-verify"_s, true);
        if (!m_connection.tlsServerName.isEmpty())
            about.insert(u"tls-server-name"_s, m_connection.tlsServerName);
        if (!m_cluster.proxyUrl.isEmpty())
            about.insert(u"proxy-url"_s, m_cluster.proxyUrl);
        if (m_connection.disableCompression)
            about.insert(u"disable-compression"_s, true);
        if (!m_cluster.execConfig.isEmpty())
            about.insert(u"config"_s, QJsonDocument::fromJson(m_cluster.execConfig).object());
        spec.insert(u"cluster"_s, about);
    }
    const QJsonObject whole{{u"apiVersion"_s, exec.apiVersion}, {u"kind"_s, u"ExecCredential"_s}, {u"spec"_s, spec}};
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

}  // namespace config
