// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/pluginrun.h"

#include "config/file/pem.h"
#include "config/file/privatekey.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

#include <chrono>

#ifdef Q_OS_UNIX
#include <signal.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace config {

namespace {

constexpr auto TimeLimit = 60s;
constexpr qsizetype OutputLimit = qsizetype(1024) * 1024;
constexpr qsizetype ComplaintLimit = 1024;

/** What the plugin complained of, printable and short. */
QString readable(const QByteArray &bytes)
{
    QString kept;
    for (const QChar c : QString::fromUtf8(bytes.left(ComplaintLimit))) {
        if (c.isPrint() || c == u' ' || c == u'\n')
            kept += c;
    }
    return kept.trimmed();
}

kube::Result<Grant> grantFrom(const QByteArray &output, const ExecPlugin &plugin, QDateTime &expires)
{
    const auto wrong = [](const QString &message) {
        return kube::failure(kube::Error::Kind::Config, u"getting credentials: "_s + message);
    };
    QJsonParseError parsing;
    const QJsonObject credential = QJsonDocument::fromJson(output, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return wrong(u"decoding stdout: %1"_s.arg(parsing.errorString()));
    if (const QString version = credential.value("apiVersion"_L1).toString(); version != plugin.apiVersion)
        return wrong(u"exec plugin is configured to use API version %1, plugin returned version %2"_s.arg(
            plugin.apiVersion, version));
    if (!credential.value("status"_L1).isObject())
        return wrong(u"exec plugin didn't return a status field"_s);
    const QJsonObject status = credential.value("status"_L1).toObject();
    const QByteArray token = status.value("token"_L1).toString().toUtf8().trimmed();
    const QByteArray chain = status.value("clientCertificateData"_L1).toString().toUtf8();
    const QByteArray key = status.value("clientKeyData"_L1).toString().toUtf8();
    if (token.isEmpty() && chain.isEmpty() && key.isEmpty())
        return wrong(u"exec plugin didn't return a token or cert/key pair"_s);
    if (chain.isEmpty() != key.isEmpty())
        return wrong(u"exec plugin returned only certificate or key, not both"_s);
    Grant grant;
    if (!token.isEmpty())
        grant.authorization = "Bearer " + token;
    if (!chain.isEmpty()) {
        const auto certificates = config::certificates(chain, u"the exec plugin's certificate"_s);
        const auto privateKey = config::privateKey(key, u"the exec plugin's key"_s);
        if (!certificates)
            return std::unexpected(certificates.error());
        if (!privateKey)
            return std::unexpected(privateKey.error());
        grant.clientChain = *certificates;
        grant.clientKey = *privateKey;
    }
    expires = QDateTime::fromString(status.value("expirationTimestamp"_L1).toString(), Qt::ISODate);
    return grant;
}

}  // namespace

PluginRun::PluginRun(const ExecPlugin &plugin, QObject *parent) : QObject(parent), m_plugin(plugin)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : m_plugin.environment)
        environment.insert(name, value);
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(m_plugin.execInfo));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    QProcess::UnixProcessParameters parameters;
    parameters.flags = QProcess::UnixProcessFlag::CreateNewSession;
    m_process.setUnixProcessParameters(parameters);
#endif
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        kill();
        fail(u"executable %1 did not answer within 60 seconds"_s.arg(m_plugin.command));
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PluginRun::collect);
    connect(&m_process, &QProcess::readyReadStandardError, this, &PluginRun::collect);
    connect(&m_process, &QProcess::finished, this, &PluginRun::conclude);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        QString message = u"executable %1 not found"_s.arg(m_plugin.command);
        if (!m_plugin.command.contains(u'/'))
            message += u" in PATH %1"_s.arg(qEnvironmentVariable("PATH"));
        if (!m_plugin.installHint.isEmpty())
            message += u"\n\n"_s + m_plugin.installHint;
        fail(message);
    });
}

PluginRun::~PluginRun()
{
    m_done = true;
    m_process.disconnect(this);
    kill();
}

void PluginRun::start()
{
    m_limit.start(TimeLimit);
    m_process.start(m_plugin.command, m_plugin.arguments);
}

void PluginRun::collect()
{
    m_output += m_process.readAllStandardOutput();
    m_complaint = (m_complaint + m_process.readAllStandardError()).right(ComplaintLimit);
    if (m_output.size() <= OutputLimit)
        return;
    kill();
    fail(u"executable %1 wrote more than 1 MiB"_s.arg(m_plugin.command));
}

void PluginRun::conclude()
{
    if (m_done)
        return;
    collect();
    if (m_done)
        return;
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0) {
        QString message = u"executable %1 failed with exit code %2"_s.arg(m_plugin.command).arg(m_process.exitCode());
        if (const QString complaint = readable(m_complaint); !complaint.isEmpty())
            message += u": "_s + complaint;
        fail(message);
        return;
    }
    m_done = true;
    m_limit.stop();
    QDateTime expires;
    const kube::Result<Grant> grant = grantFrom(m_output, m_plugin, expires);
    Q_EMIT finished(grant, expires);
}

void PluginRun::fail(const QString &message)
{
    if (m_done)
        return;
    m_done = true;
    m_limit.stop();
    Q_EMIT finished(kube::failure(kube::Error::Kind::Config, u"getting credentials: exec: "_s + message), {});
}

void PluginRun::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    if (const auto id = static_cast<pid_t>(m_process.processId()); id > 0)
        ::kill(-id, SIGKILL);
#endif
    m_process.kill();
    m_process.waitForFinished(1000);
}

}  // namespace config
