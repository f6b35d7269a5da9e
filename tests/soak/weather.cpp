// SPDX-License-Identifier: Apache-2.0
#include "soak/weather.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Mischief;
using Kind = support::Mischief::Kind;

namespace soak {

namespace {
constexpr int GreetingRate = 20;  ///< per cent of the new connections
}

Weather::Weather(support::FaultProxy &proxy, quint32 seed, bool speaks)
    : m_proxy(proxy), m_dice(seed, 100), m_greetings(seed + 1, GreetingRate)
{
    m_next.setSingleShot(true);
    m_storm.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Weather::befall);
    proxy.setScript([this](int) { return greet(); });
    if (speaks)
        proxy.setGate([this](const QByteArray &verb, const QUrl &url) { return answer(verb, url); });
}

void Weather::start()
{
    m_isCalm = false;
    m_next.start(2s);
}

void Weather::calm()
{
    m_isCalm = true;
    m_next.stop();
    m_storm.stop();
    if (m_proxy.isListening())
        return;
    m_proxy.setDown(false);
    m_witness->markUp();
}

Mischief Weather::greet()
{
    return m_isCalm ? Mischief{} : m_greetings.roll();
}

QByteArray Weather::answer(const QByteArray &verb, const QUrl &url)
{
    ++m_requests;
    if (verb != "GET" || !m_storm.isActive() || m_dice.between(0, 2) == 0)
        return {};
    const bool isWatch = QUrlQuery(url).hasQueryItem(u"watch"_s);
    ++m_counts[u"refused"_s];
    switch (m_dice.between(0, 3)) {
    case 0: return support::tooManyRequests(m_dice.between(1, 2));
    case 1: return support::unavailable(1);
    case 2: return support::expired();
    default: return isWatch ? support::expiredStream() : support::tooManyRequests(1);
    }
}

void Weather::strike(const QString &name, const Mischief &mischief)
{
    ++m_counts[name];
    m_proxy.strikeAll(mischief);
}

void Weather::goDown()
{
    ++m_counts[u"down"_s];
    m_witness->markDown();
    m_proxy.setDown(true);
    QTimer::singleShot(std::chrono::milliseconds(m_dice.between(3'000, 8'000)), this, [this] {
        if (m_proxy.isListening())
            return;
        m_proxy.setDown(false);
        m_witness->markUp();
    });
}

void Weather::befall()
{
    const int what = m_dice.between(0, 99);
    const qint64 after = m_dice.between(0, 3'000);
    const std::chrono::milliseconds pause(m_dice.between(500, 8'000));
    if (what < 15)
        strike(u"fin"_s, {Kind::Fin, after, 0, {}});
    else if (what < 30)
        strike(u"rst"_s, {Kind::Reset, after, 0, {}});
    else if (what < 45)
        strike(u"stall"_s, {Kind::Stall, after, 0, pause});
    else if (what < 60)
        strike(u"slice"_s, {Kind::Slice, 0, 4'000, {}});
    else if (what < 70)
        strike(u"delay"_s, {Kind::Delay, 0, 0, 200ms});
    else if (what < 74)
        strike(u"half-open"_s, {Kind::Swallow, 0, 0, {}});
    else if (what < 88)
        goDown();
    else
        m_storm.start(std::chrono::milliseconds(m_dice.between(2'000, 10'000)));
    m_next.start(std::chrono::milliseconds(m_dice.between(4'000, 15'000)));
}

QString Weather::told() const
{
    QStringList parts;
    for (const auto &[name, count] : m_counts)
        parts << u"%1 %2"_s.arg(name).arg(count);
    return parts.join(u", "_s);
}

}  // namespace soak
