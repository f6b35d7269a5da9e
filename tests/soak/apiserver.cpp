// SPDX-License-Identifier: Apache-2.0
#include "soak/apiserver.h"

#include "net/fetch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace soak {

namespace {

std::optional<Truth> truthOf(const QByteArray &body)
{
    const QJsonObject list = QJsonDocument::fromJson(body).object();
    if (!list.value("items"_L1).isArray())
        return std::nullopt;
    Truth truth;
    for (const QJsonValue &item : list.value("items"_L1).toArray()) {
        const QJsonValue meta = item["metadata"_L1];
        const QString ns = meta["namespace"_L1].toString();
        const QString name = meta["name"_L1].toString();
        truth[ns.isEmpty() ? name : ns + u'/' + name] = {meta["uid"_L1].toString(),
                                                         meta["resourceVersion"_L1].toString()};
    }
    return truth;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

ApiServer::ApiServer(const config::Connection &connection, const QString &pidFile)
    : m_session(connection), m_pidFile(pidFile)
{
    m_asking.setInterval(200ms);
    connect(&m_asking, &QTimer::timeout, this, &ApiServer::askReady);
    for (const QByteArray &word : contents(u"/proc/%1/cmdline"_s.arg(pid())).split('\0'))
        m_command << QString::fromUtf8(word);
    m_folder = QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(pid()));
}

qint64 ApiServer::pid() const
{
    return contents(m_pidFile).trimmed().toLongLong();
}

void ApiServer::send(const QByteArray &verb, const QString &path, const QByteArray &contentType, const QByteArray &body,
                     const Answer &done)
{
    net::Request request;
    request.verb = verb;
    request.path = path;
    request.contentType = contentType;
    request.body = body;
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, [done](const kube::Result<net::Reply> &reply) {
        if (done)
            done(reply ? reply->status : 0);
    });
}

void ApiServer::list(const QStringList &resources, const Listed &done, const std::function<void()> &failed)
{
    const auto found = std::make_shared<QHash<QString, Truth>>();
    const auto left = std::make_shared<qsizetype>(resources.size());
    for (const QString &resource : resources) {
        net::Request request;
        request.path = u"/api/v1/"_s + resource;
        net::Fetch *const fetch = m_session.fetch(request, this);
        connect(fetch, &net::Fetch::finished, this, [=](const kube::Result<net::Reply> &reply) {
            if (reply && reply->isSuccess()) {
                if (const auto truth = truthOf(reply->body))
                    found->insert(resource, *truth);
            }
            if (--*left > 0)
                return;
            if (found->size() == resources.size())
                done(*found);
            else
                failed();
        });
    }
}

bool ApiServer::canRestart() const
{
    return pid() > 1 && m_command.size() > 1;
}

void ApiServer::restart(bool byForce)
{
    ::kill(static_cast<pid_t>(pid()), byForce ? SIGKILL : SIGTERM);
    auto *const gone = new QTimer(this);
    gone->setInterval(50ms);
    connect(gone, &QTimer::timeout, this, [this, gone, old = pid()] {
        // A zombie has no command line any more.
        if (!contents(u"/proc/%1/cmdline"_s.arg(old)).isEmpty())
            return;
        gone->deleteLater();
        begin();
    });
    gone->start();
}

void ApiServer::begin()
{
    QProcess process;
    process.setProgram(m_command.constFirst());
    process.setArguments(m_command.sliced(1, m_command.size() - (m_command.last().isEmpty() ? 2 : 1)));
    process.setWorkingDirectory(m_folder);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        qWarning("the API server does not start again");
    QFile file(m_pidFile);
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(pid) + '\n');
    m_asking.start();
}

void ApiServer::askReady()
{
    net::Request request;
    request.path = u"/readyz"_s;
    request.quietLimit = 2s;
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, [this](const kube::Result<net::Reply> &reply) {
        if (!reply || !reply->isSuccess() || !m_asking.isActive())
            return;
        m_asking.stop();
        Q_EMIT up();
    });
}

}  // namespace soak
