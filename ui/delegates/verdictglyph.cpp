// SPDX-License-Identifier: Apache-2.0
#include "delegates/verdictglyph.h"

namespace delegates {

namespace {

void paintTick(QPainter &painter, const QRectF &box, const QPen &pen)
{
    const qreal u = box.width() / 16;
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF{box.topLeft() + QPointF(4.5, 8.3) * u, box.topLeft() + QPointF(7, 10.8) * u,
                                   box.topLeft() + QPointF(11.5, 5.6) * u});
}

void paintCross(QPainter &painter, const QRectF &box, const QPen &pen)
{
    const qreal in = box.width() * 0.32;
    const QRectF inner = box.adjusted(in, in, -in, -in);
    painter.setPen(pen);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

void paintTriangle(QPainter &painter, const QRectF &box, const QColor &color)
{
    const qreal u = box.width() / 16;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{box.topLeft() + QPointF(6, 4.4) * u, box.topLeft() + QPointF(12, 8) * u,
                                  box.topLeft() + QPointF(6, 11.6) * u});
}

void paintBars(QPainter &painter, const QRectF &box, const QColor &color)
{
    const qreal u = box.width() / 16;
    painter.fillRect(QRectF(box.left() + 5.3 * u, box.top() + 4.8 * u, 1.9 * u, 6.4 * u), color);
    painter.fillRect(QRectF(box.left() + 8.8 * u, box.top() + 4.8 * u, 1.9 * u, 6.4 * u), color);
}

void paintQuestion(QPainter &painter, const QRectF &box, const QColor &color)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(8, qRound(box.height() * 0.62)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("?"));
}

}  // namespace

style::Role roleOf(pull::Verdict verdict)
{
    switch (verdict) {
    case pull::Verdict::Good: return style::Role::Running;
    case pull::Verdict::Working: return style::Role::Pulling;
    case pull::Verdict::Waiting: return style::Role::Waiting;
    case pull::Verdict::Failed: return style::Role::Failed;
    case pull::Verdict::Unknown: return style::Role::Unknown;
    }
    return style::Role::Unknown;
}

void paintVerdict(QPainter &painter, const QRectF &box, pull::Verdict verdict, const QPalette &palette)
{
    const QColor color = style::color(roleOf(verdict), palette);
    const QColor ground = palette.color(QPalette::Base);
    const bool solid = verdict != pull::Verdict::Waiting && verdict != pull::Verdict::Unknown;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen ring(color, 1.6);
    if (verdict == pull::Verdict::Unknown)
        ring.setDashPattern({2, 1.4});
    painter.setPen(ring);
    painter.setBrush(solid ? color : ground);
    painter.drawEllipse(box.adjusted(0.8, 0.8, -0.8, -0.8));
    const QPen stroke(ground, box.width() / 8.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    switch (verdict) {
    case pull::Verdict::Good: painter.setBrush(Qt::NoBrush), paintTick(painter, box, stroke); break;
    case pull::Verdict::Working: paintTriangle(painter, box, ground); break;
    case pull::Verdict::Waiting: paintBars(painter, box, color); break;
    case pull::Verdict::Failed: paintCross(painter, box, stroke); break;
    case pull::Verdict::Unknown: paintQuestion(painter, box, color); break;
    }
    painter.restore();
}

}  // namespace delegates
