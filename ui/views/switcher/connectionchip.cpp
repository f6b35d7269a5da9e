// SPDX-License-Identifier: Apache-2.0
#include "views/switcher/connectionchip.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"

#include <utility>

namespace views {

ConnectionChip::ConnectionChip(QWidget *parent) : QWidget(parent), m_text(style::Wording::state({}))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void ConnectionChip::setState(const mirror::State &state)
{
    if (state == m_state)  // told with every batch
        return;
    m_state = state;
    m_text = style::Wording::state(state);
    describe();
    updateGeometry();
    update();
}

void ConnectionChip::setDetail(const QString &detail)
{
    if (detail == std::exchange(m_detail, detail))
        return;
    describe();
}

void ConnectionChip::describe()
{
    QStringList lines{m_text};
    if (m_state.error.kind != kube::Error::Kind::None && m_state.phase != mirror::State::Phase::Live)
        lines.append(m_state.error.message);
    if (!m_state.since.isNull())
        lines.append(tr("since %1").arg(style::Wording::exact(m_state.since)));
    if (!m_detail.isEmpty())
        lines.append(m_detail);
    setToolTip(models::toolTip(lines.join(u'\n')));
    setAccessibleName(tr("Connection: %1").arg(m_text));
}

QSize ConnectionChip::sizeHint() const
{
    return delegates::chipSize(m_text, fontMetrics());
}

void ConnectionChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    delegates::paintChip(painter, rect(), style::toneOf(m_state.phase), m_text, palette());
}

}  // namespace views
