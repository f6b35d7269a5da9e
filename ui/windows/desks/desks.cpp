// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/desks.h"

#include "mirror/cluster.h"

#include <QWidget>

#include <algorithm>

namespace windows {

Desks::Desks(QWidget *window) : QObject(window), m_window(window) {}

Desks::~Desks()
{
    m_current = nullptr;
    qDeleteAll(m_desks);
}

Desk &Desks::open(const Place &place)
{
    if (Desk *known = find(place))
        return *known;
    auto *desk = new Desk(place, m_window);
    desk->setShown(false);
    m_desks.append(desk);
    connect(desk, &Desk::changed, this, [this, desk] { Q_EMIT changed(desk); });
    Q_EMIT opened(desk);
    return *desk;
}

void Desks::close(Desk &desk)
{
    const qsizetype at = m_desks.indexOf(&desk);
    if (at < 0)
        return;
    if (m_current == &desk)
        show(m_desks.size() == 1 ? nullptr : m_desks.at(at > 0 ? at - 1 : 1));
    m_desks.removeAt(at);
    Q_EMIT closing(&desk);
    delete &desk;
    Q_EMIT changed(m_current);
}

void Desks::show(Desk *desk)
{
    if (desk == m_current)
        return;
    if (m_current)
        m_current->setShown(false);
    m_current = desk;
    if (desk)
        desk->setShown(true);
    Q_EMIT shown(desk);
}

void Desks::step(int by)
{
    const qsizetype count = m_desks.size();
    if (count > 1)
        show(m_desks.at((m_desks.indexOf(m_current) + by + count) % count));
}

Desk *Desks::find(const Place &place) const
{
    const auto found = std::ranges::find(m_desks, place, &Desk::place);
    return found == m_desks.cend() ? nullptr : *found;
}

}  // namespace windows
