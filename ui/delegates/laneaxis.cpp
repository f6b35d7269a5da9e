// SPDX-License-Identifier: Apache-2.0
#include "delegates/laneaxis.h"

#include "kube/duration.h"
#include "style/palette.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QRegularExpression>

#include <algorithm>

namespace delegates {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double TickGap = 28;

QString tickText(kube::Timestamp at, std::chrono::nanoseconds step)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds());
    if (step >= 24h || (step >= 1h && local.time() == QTime(0, 0)))
        return local.toString(u"MM-dd"_s);
    if (step >= 1min)
        return local.toString(u"HH:mm"_s);
    if (step >= 1s)
        return local.toString(u"HH:mm:ss"_s);
    return local.toString(u"mm:ss.zzz"_s);
}

QString elapsedText(std::chrono::nanoseconds elapsed)
{
    if (elapsed == 0ns)
        return u"0"_s;
    const QChar sign = elapsed < 0ns ? u'−' : u'+';
    const std::chrono::nanoseconds length = std::chrono::abs(elapsed);
    return sign + (length % 1s == 0ns ? kube::goDuration(length).remove(QRegularExpression(u"(?<=[hm])0[ms]"_s))
                                      : u"%1s"_s.arg(std::chrono::duration<double>(length).count()));
}

std::chrono::nanoseconds zoneOffset(kube::Timestamp at)
{
    return std::chrono::seconds(QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds()).offsetFromUtc());
}

}  // namespace

QList<AxisTick> axisTicks(const LaneScale &scale, double width, const QFont &font)
{
    const double room = QFontMetricsF(font).horizontalAdvance(u"00:00:00"_s) + TickGap;
    const auto least = std::chrono::nanoseconds(static_cast<qint64>(room * scale.nsPerPixel()));
    const std::chrono::nanoseconds step = niceStep(least);
    QList<AxisTick> list;
    for (const kube::Timestamp at : ticks(scale, width, step, zoneOffset(scale.begin())))
        list.append({scale.x(at), tickText(at, step)});
    return list;
}

QList<AxisTick> elapsedTicks(const LaneScale &scale, double width, const QFont &font)
{
    const double room = QFontMetricsF(font).horizontalAdvance(u"+00m00s"_s) + TickGap;
    const std::chrono::nanoseconds step = niceStep(std::chrono::nanoseconds(qint64(room * scale.nsPerPixel())));
    QList<AxisTick> list;
    for (const kube::Timestamp at : ticks(scale, width, step, {}))
        list.append({scale.x(at), elapsedText(at.point().time_since_epoch())});
    return list;
}

void paintGrid(QPainter &painter, const QRectF &lanes, const QList<AxisTick> &ticks, const QPalette &palette)
{
    painter.setPen(QPen(style::color(style::Role::Grid, palette), 1));
    for (const AxisTick &tick : ticks) {
        const qreal x = lanes.left() + qRound(tick.x) + 0.5;
        painter.drawLine(QPointF(x, lanes.top()), QPointF(x, lanes.bottom()));
    }
}

void paintAxis(QPainter &painter, const QRectF &header, const QList<AxisTick> &ticks, const QList<QRectF> &taken,
               const QPalette &palette)
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(style::color(style::Role::MutedText, palette));
    for (const AxisTick &tick : ticks) {
        const qreal width = metrics.horizontalAdvance(tick.text);
        const QRectF room(header.left() + tick.x - width / 2, header.top(), width, header.height());
        const bool covered = std::ranges::any_of(
            taken, [&](const QRectF &other) { return other.intersects(room.adjusted(-6, 0, 6, 0)); });
        if (!covered && room.left() >= header.left() && room.right() <= header.right())
            painter.drawText(room, Qt::AlignCenter | Qt::TextDontClip, tick.text);
    }
}

QRectF readoutChip(const QRectF &header, double x, const QString &text, const QFont &font)
{
    if (text.isEmpty())
        return {};
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(text) + 12;
    const qreal left =
        std::clamp(header.left() + x - width / 2, header.left(), std::max(header.left(), header.right() - width - 1));
    return {qRound(left) + 0.5, qRound(header.center().y() - metrics.height() / 2) - 1.5, qRound(width) + 0.0,
            qRound(metrics.height()) + 3.0};
}

void paintReadout(QPainter &painter, const QRectF &header, const QRectF &lanes, double x, const QString &text,
                  const QColor &color, const QPalette &palette)
{
    const qreal at = lanes.left() + qRound(x) + 0.5;
    painter.setPen(QPen(color, 1));
    painter.drawLine(QPointF(at, header.bottom()), QPointF(at, lanes.bottom()));
    const QRectF chip = readoutChip(header, x, text, painter.font());
    if (chip.isNull())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(chip, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace delegates
