// SPDX-License-Identifier: Apache-2.0
#include "config/credentials.h"

#include "config/plugin/pluginrun.h"

#include <QFile>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace config {

namespace {
constexpr auto TokenFileAge = 30s;
constexpr auto EarlyRenewal = 45s;
constexpr qint64 TokenLimit = 64LL * 1024;
}  // namespace

Credentials::Credentials(const Connection &connection, QObject *parent) : QObject(parent), m_connection(connection)
{
    m_grant.serial = 1;
    if (!connection.token.isEmpty())
        m_grant.authorization = "Bearer " + connection.token.toUtf8();
    else if (!connection.userName.isEmpty())
        m_grant.authorization = "Basic " + (connection.userName + u':' + connection.password).toUtf8().toBase64();
    m_valid = !connection.hasExec;
    m_readAgain = QDeadlineTimer(0);
}

Credentials::~Credentials() = default;

bool Credentials::isRenewable() const
{
    return m_connection.hasExec || !m_connection.tokenFile.isEmpty();
}

void Credentials::request(QObject *context, Ready ready)
{
    if (!m_connection.tokenFile.isEmpty() && m_readAgain.hasExpired())
        readTokenFile();
    if (m_connection.hasExec && m_valid && m_expires.isValid() &&
        QDateTime::currentDateTimeUtc().addDuration(EarlyRenewal) > m_expires)
        m_valid = false;
    if (m_valid) {
        ready(m_grant);
        return;
    }
    if (!m_run && m_failures > 0 && !m_restAfterFailure.hasExpired()) {
        ready(std::unexpected(m_lastFailure));
        return;
    }
    m_waiting.push_back({context, std::move(ready)});
    if (!m_run)
        runPlugin();
}

void Credentials::reject(quint64 serial)
{
    if (serial != m_grant.serial)
        return;
    m_readAgain = QDeadlineTimer(0);
    if (m_connection.hasExec)
        m_valid = false;
}

void Credentials::readTokenFile()
{
    m_readAgain = QDeadlineTimer(TokenFileAge);
    QFile file(m_connection.tokenFile);
    if (!file.open(QIODevice::ReadOnly) || file.size() > TokenLimit)
        return;
    const QByteArray token = file.read(TokenLimit).trimmed();
    if (token.isEmpty())
        return;
    const QByteArray authorization = "Bearer " + token;
    if (authorization == m_grant.authorization)
        return;
    m_grant.authorization = authorization;
    ++m_grant.serial;
}

void Credentials::runPlugin()
{
    m_run = new PluginRun(m_connection.exec, this);
    connect(m_run, &PluginRun::finished, this, &Credentials::finishPlugin);
    m_run->start();
}

void Credentials::finishPlugin(const kube::Result<Grant> &result, const QDateTime &expires)
{
    m_run->deleteLater();
    m_run = nullptr;
    if (result) {
        const quint64 serial = m_grant.serial + 1;
        m_grant = *result;
        m_grant.serial = serial;
        m_expires = expires;
        m_valid = true;
        m_failures = 0;
    } else {
        m_lastFailure = result.error();
        m_restAfterFailure = QDeadlineTimer(std::min(60s, 1s * (1 << std::min(m_failures, 6))));
        ++m_failures;
    }
    const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.context)
            one.ready(result ? kube::Result<Grant>(m_grant) : kube::Result<Grant>(std::unexpected(m_lastFailure)));
    }
}

}  // namespace config
