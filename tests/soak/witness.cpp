// SPDX-License-Identifier: Apache-2.0
#include "soak/witness.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace soak {

Witness::Witness(const QString &name, const QString &kubeconfig, const QString &folder)
    : m_name(name), m_path(folder + u'/' + name + u".json"_s)
{
    connect(&m_process, &QProcess::readyReadStandardError, this, &Witness::readLines);
    m_waiting.setInterval(50ms);
    connect(&m_waiting, &QTimer::timeout, this, &Witness::readDump);
    m_process.setReadChannel(QProcess::StandardError);
    m_process.start(QStringLiteral(GANTRYCTL),
                    {u"mirror"_s, u"--kubeconfig"_s, kubeconfig, u"--for=48h"_s, u"-A"_s, u"--dump"_s, m_path});
}

Witness::~Witness()
{
    m_process.disconnect(this);
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished(5'000);
}

void Witness::readLines()
{
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        const QStringList words = line.split(u' ');
        if (words.value(1) != u"pods")
            continue;
        const qint64 when = QDateTime::fromString(words.value(0), Qt::ISODateWithMs).toMSecsSinceEpoch();
        const QString phase = words.value(2).remove(u':');
        m_isLive = phase == u"Live";
        if (!m_isLive && m_down != 0)
            toStale.add(when - std::exchange(m_down, 0));
        if (m_isLive && m_up != 0)
            toLive.add(when - std::exchange(m_up, 0));
    }
}

void Witness::markDown()
{
    m_up = 0;
    m_down = m_isLive ? QDateTime::currentMSecsSinceEpoch() : 0;
}

void Witness::markUp()
{
    m_down = 0;
    m_up = m_isLive ? 0 : QDateTime::currentMSecsSinceEpoch();
}

void Witness::askDump()
{
    QFile::remove(m_path);
    ::kill(static_cast<pid_t>(m_process.processId()), SIGUSR1);
    m_waiting.start();
}

void Witness::readDump()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_waiting.stop();
    m_dump = QJsonDocument::fromJson(file.readAll()).object();
    Q_EMIT dumped();
}

Truth Witness::held(const QString &resource) const
{
    Truth truth;
    for (const QJsonValue &one : m_dump["resources"_L1][resource]["objects"_L1].toArray())
        truth[one["key"_L1].toString()] = {one["uid"_L1].toString(), one["resourceVersion"_L1].toString()};
    return truth;
}

QString Witness::state(const QString &resource) const
{
    return m_dump["resources"_L1][resource]["state"_L1].toString();
}

qint64 Witness::residentKiB() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return 0;
}

}  // namespace soak
