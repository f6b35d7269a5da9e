// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/attention.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

namespace {
constexpr auto Linger = 5min;
}

Attention::Attention(Timing &timing, QObject *parent) : QObject(parent), m_timing(timing) {}

void Attention::setAttended(bool attended)
{
    m_isAttended = attended;
    update();
}

void Attention::setOnDemand(bool onDemand)
{
    m_isOnDemand = onDemand;
    update();
}

void Attention::setWanted(Kind kind, bool wanted)
{
    int &count = m_seats[index(kind)].wanted;
    count = std::max(count + (wanted ? 1 : -1), 0);
    update(kind);
}

bool Attention::isNeeded(Kind kind) const
{
    return m_isAttended && (!m_isOnDemand || kind == Kind::Pods || m_seats[index(kind)].wanted > 0);
}

void Attention::update()
{
    for (const Kind kind : AllKinds)
        update(kind);
}

void Attention::update(Kind kind)
{
    Seat &seat = m_seats[index(kind)];
    if (isNeeded(kind)) {
        ++seat.serial;
        seat.isLeaving = false;
        if (!std::exchange(seat.isOn, true))
            Q_EMIT changed(kind, true);
        return;
    }
    if (!seat.isOn || std::exchange(seat.isLeaving, true))
        return;
    m_timing.after(Linger, this, [this, kind, serial = ++seat.serial] {
        Seat &left = m_seats[index(kind)];
        if (serial != left.serial)
            return;
        left.isLeaving = false;
        left.isOn = false;
        Q_EMIT changed(kind, false);
    });
}

}  // namespace mirror
