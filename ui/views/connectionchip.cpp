// SPDX-License-Identifier: Apache-2.0
#include "views/connectionchip.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Glyph = 14;
constexpr int Pad = 8;

}  // namespace

ConnectionChip::ConnectionChip(QWidget *parent) : QWidget(parent), m_text(style::Wording::state({}))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void ConnectionChip::setState(const mirror::State &state)
{
    m_state = state;
    m_text = style::Wording::state(state);
    describe();
    updateGeometry();
    update();
}

void ConnectionChip::setDetail(const QString &detail)
{
    m_detail = detail;
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
    return {Pad + Glyph + 6 + fontMetrics().horizontalAdvance(m_text) + Pad, 24};
}

void ConnectionChip::paintEvent(QPaintEvent *)
{
    const style::Tone tone = style::toneOf(m_state.phase);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = style::color(style::roleOf(tone), palette());
    painter.setPen(Qt::NoPen);
    ground.setAlphaF(0.12F);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
    delegates::paintTone(painter, QRectF(Pad, (height() - Glyph) / 2.0, Glyph, Glyph), tone, palette());
    painter.setPen(style::color(style::roleOf(tone), palette()));
    painter.drawText(rect().adjusted(Pad + Glyph + 6, 0, 0, 0), int(Qt::AlignVCenter | Qt::AlignLeft), m_text);
}

}  // namespace views
