// SPDX-License-Identifier: Apache-2.0
#include "delegates/toneglyph.h"

#include "delegates/verdictglyph.h"

namespace delegates {

namespace {

constexpr int Glyph = 14;
constexpr int Pad = 8;
constexpr int Gap = 6;

}  // namespace

void paintTone(QPainter &painter, const QRectF &box, style::Tone tone, const QPalette &palette)
{
    switch (tone) {
    case style::Tone::Running: paintVerdict(painter, box, pull::Verdict::Good, palette); return;
    case style::Tone::Pulling: paintVerdict(painter, box, pull::Verdict::Working, palette); return;
    case style::Tone::Waiting: paintVerdict(painter, box, pull::Verdict::Waiting, palette); return;
    case style::Tone::Failed: paintVerdict(painter, box, pull::Verdict::Failed, palette); return;
    case style::Tone::Unknown: paintVerdict(painter, box, pull::Verdict::Unknown, palette); return;
    case style::Tone::Done: break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style::color(style::roleOf(tone), palette), 1.5));
    painter.setBrush(Qt::NoBrush);
    const double inset = box.width() * 0.2;
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    painter.restore();
}

QIcon toneIcon(style::Tone tone, int side, int shape, const QPalette &palette)
{
    constexpr int Ratio = 2;
    QPixmap pixmap(side * Ratio, side * Ratio);
    pixmap.setDevicePixelRatio(Ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const double edge = (side - shape) / 2.0;
    paintTone(painter, QRectF(edge, edge, shape, shape), tone, palette);
    return pixmap;
}

void paintChip(QPainter &painter, const QRect &rect, style::Tone tone, const QString &text, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = style::color(style::roleOf(tone), palette);
    QColor ground = ink;
    ground.setAlphaF(0.12F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
    paintTone(painter, QRectF(rect.left() + Pad, rect.top() + (rect.height() - Glyph) / 2.0, Glyph, Glyph), tone,
              palette);
    painter.setPen(ink);
    painter.drawText(rect.adjusted(Pad + Glyph + Gap, 0, 0, 0), int(Qt::AlignVCenter | Qt::AlignLeft), text);
    painter.restore();
}

QSize chipSize(const QString &text, const QFontMetrics &metrics)
{
    return {Pad + Glyph + Gap + metrics.horizontalAdvance(text) + Pad, 24};
}

}  // namespace delegates
