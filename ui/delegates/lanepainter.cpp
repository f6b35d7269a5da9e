// SPDX-License-Identifier: Apache-2.0
#include "delegates/lanepainter.h"

#include "report/plaintext.h"
#include "style/palette.h"
#include "style/wording.h"

#include <QFontMetricsF>
#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace delegates {

namespace {

constexpr qreal SpanInset = 5;    ///< free space above and below a span in its lane
constexpr qreal StripeWidth = 5;  ///< of back-off stripes
constexpr qreal TextPadding = 8;
constexpr qreal MarkRoom = 10;  ///< half the width that a mark keeps free of text

style::Role roleOf(timeline::SpanKind kind)
{
    switch (kind) {
    case timeline::SpanKind::ScheduledWait: return style::Role::ScheduledWait;
    case timeline::SpanKind::Queue: return style::Role::Queue;
    case timeline::SpanKind::Transfer: return style::Role::Pulling;
    case timeline::SpanKind::Create: return style::Role::Create;
    case timeline::SpanKind::Run: return style::Role::Running;
    case timeline::SpanKind::BackOff: return style::Role::BackOff;
    case timeline::SpanKind::Wait: return style::Role::Waiting;
    case timeline::SpanKind::Gap: return style::Role::Gap;
    }
    return style::Role::Unknown;
}

style::Role roleOf(timeline::MarkKind kind)
{
    switch (kind) {
    case timeline::MarkKind::Pulling:
    case timeline::MarkKind::Pulled:
    case timeline::MarkKind::AlreadyPresent: return style::Role::Pulling;
    case timeline::MarkKind::Created: return style::Role::Create;
    case timeline::MarkKind::Started: return style::Role::Running;
    case timeline::MarkKind::BackOff: return style::Role::BackOff;
    case timeline::MarkKind::Failure: return style::Role::Failed;
    case timeline::MarkKind::Scheduled:
    case timeline::MarkKind::Killing:
    case timeline::MarkKind::Other: return style::Role::MutedText;
    }
    return style::Role::MutedText;
}

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    QColor mix = over;
    mix.setRgbF(static_cast<float>(over.redF() * share + under.redF() * (1 - share)),
                static_cast<float>(over.greenF() * share + under.greenF() * (1 - share)),
                static_cast<float>(over.blueF() * share + under.blueF() * (1 - share)));
    return mix;
}

/** What of a convex polygon lies on one side of an upright line. */
QPolygonF cut(const QPolygonF &shape, qreal x, bool keepRight)
{
    QPolygonF kept;
    const auto inside = [&](QPointF point) { return keepRight ? point.x() >= x : point.x() <= x; };
    for (qsizetype i = 0; i < shape.size(); ++i) {
        const QPointF from = shape.at(i);
        const QPointF to = shape.at((i + 1) % shape.size());
        if (inside(from))
            kept << from;
        if (inside(from) != inside(to))
            kept << from + (to - from) * ((x - from.x()) / (to.x() - from.x()));
    }
    return kept;
}

/** Slanted stripes that end at the box by their own shape: a drawing in SVG has no clipping. */
void paintStripes(QPainter &painter, const QRectF &box, const QColor &color)
{
    const qreal height = box.height();
    const qreal width = StripeWidth * 0.88;
    QPainterPath stripes;
    for (qreal x = box.left() - height; x < box.right(); x += StripeWidth * 2) {
        const QPolygonF stripe{QPointF(x, box.bottom()), QPointF(x + width, box.bottom()),
                               QPointF(x + width + height, box.top()), QPointF(x + height, box.top())};
        const bool whole = x >= box.left() && x + width + height <= box.right();
        stripes.addPolygon(whole ? stripe : cut(cut(stripe, box.left(), true), box.right(), false));
        stripes.closeSubpath();
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(stripes, color);
    painter.restore();
}

void paintFrame(QPainter &painter, const QRectF &box, const QColor &color, Qt::PenStyle line = Qt::SolidLine)
{
    painter.setPen(QPen(color, 1, line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

/** The strongest ground a span's text stands on. */
QColor groundOf(timeline::SpanKind kind, const QPalette &palette)
{
    const QColor color = style::color(roleOf(kind), palette);
    const QColor base = palette.color(QPalette::Base);
    switch (kind) {
    case timeline::SpanKind::Transfer: return blended(color, base, 0.38);
    case timeline::SpanKind::Create: return blended(color, base, 0.38);
    case timeline::SpanKind::ScheduledWait: return blended(color, base, 0.30);
    case timeline::SpanKind::Queue: return blended(color, base, 0.12);
    case timeline::SpanKind::Run: return blended(color, base, 0.22);
    case timeline::SpanKind::BackOff: return blended(color, base, 0.14);
    case timeline::SpanKind::Wait: return blended(color, base, 0.14);
    case timeline::SpanKind::Gap: return base;
    }
    return base;
}

QString countText(const timeline::Mark &mark)
{
    return QStringLiteral("×%1").arg(mark.count);
}

/** Where the count of a repeated event stands: left of its last mark; null where there is no room. */
QRectF countRoom(const timeline::Mark &mark, const MarkSpot &spot, const LaneCanvas &canvas)
{
    const QFontMetricsF metrics(canvas.font);
    const qreal width = metrics.horizontalAdvance(countText(mark)) + 6;
    if (mark.count < 2 || spot.lastX - spot.x < width + 2 * MarkRoom)
        return {};
    return {canvas.rect.left() + spot.lastX - MarkRoom - width, canvas.rect.center().y() - metrics.height() / 2, width,
            metrics.height()};
}

/** The part of a span that no mark covers, counted from its left edge. */
QRectF textRoom(const QRectF &box, const timeline::Lane &lane, const QList<MarkSpot> &spots, const LaneCanvas &canvas)
{
    QRectF room = box.intersected(canvas.rect).adjusted(TextPadding, 0, -TextPadding, 0);
    for (const MarkSpot &spot : spots) {
        const qreal x = canvas.rect.left() + spot.x;
        if (std::abs(x - room.left()) < MarkRoom)
            room.setLeft(x + MarkRoom);
    }
    for (const MarkSpot &spot : spots) {
        const QRectF count = countRoom(lane.marks.at(spot.mark), spot, canvas);
        for (const qreal x : {canvas.rect.left() + spot.x - MarkRoom, count.isNull() ? room.right() : count.left() - 4})
            if (x > room.left() && x < room.right())
                room.setRight(x);
    }
    return room;
}

void paintSpanText(QPainter &painter, const timeline::Span &span, const QRectF &box, const QRectF &room,
                   const LaneCanvas &canvas)
{
    if (span.text.isEmpty() || span.kind == timeline::SpanKind::Gap || room.width() < 36)
        return;
    painter.setFont(canvas.font);
    const QString text =
        elidedMiddle(report::visibleLine(style::Wording::ofCore(span.text)), canvas.font, room.width());
    const qreal width = QFontMetricsF(canvas.font).horizontalAdvance(text);
    painter.fillRect(QRectF(room.left() - 3, box.top() + 1, width + 6, box.height() - 2),
                     groundOf(span.kind, canvas.palette));
    painter.setPen(canvas.palette.color(QPalette::Text));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
}

void paintRepetition(QPainter &painter, const timeline::Mark &mark, const MarkSpot &spot, const LaneCanvas &canvas)
{
    if (spot.lastX - spot.x < 2)
        return;
    const qreal y = std::round(canvas.rect.center().y()) + 0.5;
    const qreal left = canvas.rect.left();
    painter.setPen(QPen(style::color(roleOf(mark.kind), canvas.palette), 1, Qt::DashLine));
    painter.drawLine(QPointF(left + std::max(spot.x, 0.0), y), QPointF(left + spot.lastX, y));
}

void paintCount(QPainter &painter, const timeline::Mark &mark, const MarkSpot &spot, const QColor &ground,
                const LaneCanvas &canvas)
{
    const QRectF room = countRoom(mark, spot, canvas);
    if (room.isNull())
        return;
    painter.fillRect(room.adjusted(0, 3, 0, -3), ground);
    painter.setFont(canvas.font);
    painter.setPen(canvas.palette.color(QPalette::Text));
    painter.drawText(room, Qt::AlignCenter, countText(mark));
}

QRectF rectOf(const SpanBox &box, const LaneCanvas &canvas)
{
    // Nothing is gained by painting a span far out of sight, and patterns would cost.
    const qreal from = std::round(std::max(box.left, -16.0));
    const qreal to = std::round(std::min(box.right, canvas.rect.width() + 16.0));
    return {canvas.rect.left() + from, canvas.rect.top() + SpanInset, std::max(MinSpanWidth, to - from),
            canvas.rect.height() - 2 * SpanInset};
}

}  // namespace

QString elidedMiddle(const QString &text, const QFont &font, qreal width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

void paintSpan(QPainter &painter, timeline::SpanKind kind, const QRectF &box, bool open, const QPalette &palette)
{
    const QColor color = style::color(roleOf(kind), palette);
    painter.save();
    if (kind == timeline::SpanKind::Gap) {
        painter.setPen(QPen(color, 1.6, Qt::DotLine));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        painter.restore();
        return;
    }
    painter.fillRect(box, groundOf(kind, palette));
    if (kind == timeline::SpanKind::Queue)
        painter.fillRect(box, QBrush(color, Qt::BDiagPattern));
    if (kind == timeline::SpanKind::BackOff)
        paintStripes(painter, box, color);
    if (box.width() <= MinSpanWidth + 1)
        painter.fillRect(box, color);
    else
        paintFrame(painter, box, color, kind == timeline::SpanKind::Wait ? Qt::DashLine : Qt::SolidLine);
    if (open && box.width() > 2 * MinSpanWidth)
        painter.fillRect(QRectF(box.right() - MinSpanWidth, box.top(), MinSpanWidth, box.height()), color);
    painter.restore();
}

void paintMark(QPainter &painter, timeline::MarkKind kind, QPointF center, const QPalette &palette)
{
    const QColor color = style::color(roleOf(kind), palette);
    const QColor base = palette.color(QPalette::Base);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(base, 1));
    painter.setBrush(color);
    switch (kind) {
    case timeline::MarkKind::Failure: {
        const QPointF arm(4.5, 4.5);
        const QPointF back(arm.x(), -arm.y());
        for (const QPen &pen :
             {QPen(base, 5.5, Qt::SolidLine, Qt::RoundCap), QPen(color, 2.6, Qt::SolidLine, Qt::RoundCap)}) {
            painter.setPen(pen);
            painter.drawLine(center - arm, center + arm);
            painter.drawLine(center - back, center + back);
        }
        break;
    }
    case timeline::MarkKind::Started:
        painter.drawPolygon(QPolygonF{center + QPointF(-4, -5), center + QPointF(5, 0), center + QPointF(-4, 5)});
        break;
    case timeline::MarkKind::BackOff:
        painter.drawPolygon(QPolygonF{center + QPointF(0, -5), center + QPointF(5, 4), center + QPointF(-5, 4)});
        break;
    case timeline::MarkKind::Pulling:
        painter.drawPolygon(QPolygonF{center + QPointF(-5, -4), center + QPointF(5, -4), center + QPointF(0, 5)});
        break;
    case timeline::MarkKind::Pulled:
    case timeline::MarkKind::Created:
        painter.drawPolygon(QPolygonF{center + QPointF(0, -5), center + QPointF(5, 0), center + QPointF(0, 5),
                                      center + QPointF(-5, 0)});
        break;
    case timeline::MarkKind::AlreadyPresent:
        painter.setBrush(base);
        painter.setPen(QPen(color, 1.8));
        painter.drawEllipse(center, 3.8, 3.8);
        break;
    case timeline::MarkKind::Killing: painter.drawRect(QRectF(center - QPointF(3.5, 3.5), QSizeF(7, 7))); break;
    case timeline::MarkKind::Scheduled:
    case timeline::MarkKind::Other: painter.drawEllipse(center, 3.6, 3.6); break;
    }
    painter.restore();
}

namespace {

/** Marks of one lane. Where they are many, each kind is drawn once and then copied; drawings for a file stay drawings.
 */
class MarkStamps {
public:
    MarkStamps(QPainter &painter, const QPalette &palette, qsizetype marks)
        : m_painter(painter), m_palette(palette),
          m_copies(marks > Many && painter.paintEngine()->type() == QPaintEngine::Raster)
    {
    }

    void put(timeline::MarkKind kind, QPointF center)
    {
        if (!m_copies) {
            paintMark(m_painter, kind, center, m_palette);
            return;
        }
        QImage &stamp = m_stamps[kind];
        if (stamp.isNull())
            stamp = drawn(kind);
        m_painter.drawImage(QPointF(std::round(center.x()), std::round(center.y())) - QPointF(Half, Half), stamp);
    }

private:
    static constexpr int Many = 24;
    static constexpr int Half = 10;

    [[nodiscard]] QImage drawn(timeline::MarkKind kind) const
    {
        const qreal ratio = m_painter.device()->devicePixelRatio();
        QImage image(QSize(2 * Half, 2 * Half) * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintMark(painter, kind, {Half, Half}, m_palette);
        return image;
    }

    QPainter &m_painter;
    const QPalette &m_palette;
    bool m_copies;
    QHash<timeline::MarkKind, QImage> m_stamps;
};

}  // namespace

void paintLane(QPainter &painter, const timeline::Lane &lane, const LaneCanvas &canvas)
{
    painter.save();
    painter.setClipRect(canvas.rect, Qt::IntersectClip);
    const qreal left = canvas.rect.left();
    const QList<SpanBox> boxes = spanBoxes(lane, canvas.x, canvas.rect.width(), canvas.now);
    const QList<MarkSpot> spots = markSpots(lane, canvas.x, canvas.rect.width());
    for (const SpanBox &box : boxes)
        paintSpan(painter, lane.spans.at(box.span).kind, rectOf(box, canvas), box.open, canvas.palette);
    for (const MarkSpot &spot : spots)
        paintRepetition(painter, lane.marks.at(spot.mark), spot, canvas);
    for (const SpanBox &box : boxes) {
        const QRectF rect = rectOf(box, canvas);
        if (rect.width() > 2 * TextPadding)
            paintSpanText(painter, lane.spans.at(box.span), rect, textRoom(rect, lane, spots, canvas), canvas);
    }
    for (const MarkSpot &spot : spots) {
        const auto under = std::ranges::find_if(
            boxes, [&](const SpanBox &box) { return spot.lastX > box.left && spot.lastX - MarkRoom * 2 < box.right; });
        const QColor ground = under == boxes.cend() ? canvas.palette.color(QPalette::Base)
                                                    : groundOf(lane.spans.at(under->span).kind, canvas.palette);
        paintCount(painter, lane.marks.at(spot.mark), spot, ground, canvas);
    }
    MarkStamps stamps(painter, canvas.palette, spots.size());
    for (const MarkSpot &spot : spots) {
        const timeline::MarkKind kind = lane.marks.at(spot.mark).kind;
        const qreal y = canvas.rect.center().y();
        stamps.put(kind, {left + spot.x, y});
        if (spot.lastX - spot.x >= 2)
            stamps.put(kind, {left + spot.lastX, y});
    }
    painter.restore();
}

}  // namespace delegates
