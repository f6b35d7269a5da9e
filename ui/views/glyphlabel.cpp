// SPDX-License-Identifier: Apache-2.0
#include "views/glyphlabel.h"

#include "delegates/toneglyph.h"

namespace views {

GlyphLabel::GlyphLabel(int size, QWidget *parent) : QWidget(parent)
{
    setFixedSize(size, size);
}

void GlyphLabel::setTone(style::Tone tone)
{
    m_tone = tone;
    update();
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    delegates::paintTone(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_tone, palette());
}

}  // namespace views
