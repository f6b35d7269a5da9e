// SPDX-License-Identifier: Apache-2.0
#include "practice/clock.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace practice {

Clock::Clock(double speed)
    : m_speed(std::clamp(speed, 0.1, 1000.0)), m_start(QDateTime::currentMSecsSinceEpoch() * 1'000'000)
{
    m_elapsed.start();
}

qint64 Clock::now() const
{
    return m_start + static_cast<qint64>(static_cast<double>(m_elapsed.nsecsElapsed()) * m_speed);
}

QString Clock::seconds(qint64 nanoseconds)
{
    return QDateTime::fromSecsSinceEpoch(nanoseconds / 1'000'000'000, QTimeZone::UTC).toString(u"yyyy-MM-ddTHH:mm:ssZ");
}

QString Clock::seconds() const
{
    return seconds(now());
}

QString Clock::micros() const
{
    const qint64 moment = now();
    QString result = seconds(moment);
    result.chop(1);
    return result + u".%1Z"_s.arg(moment / 1000 % 1'000'000, 6, 10, QChar(u'0'));
}

QByteArray Clock::httpDate() const
{
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(now() / 1'000'000'000, QTimeZone::UTC);
    return QLocale::c().toString(moment, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

void Clock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> what) const
{
    const auto real = static_cast<qint64>(static_cast<double>(delay.count()) / m_speed);
    QTimer::singleShot(std::chrono::milliseconds(real), Qt::PreciseTimer, context, std::move(what));
}

}  // namespace practice
