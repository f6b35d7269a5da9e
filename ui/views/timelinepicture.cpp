// SPDX-License-Identifier: Apache-2.0
#include "views/timelinepicture.h"

#include "delegates/lanelabel.h"
#include "delegates/lanepainter.h"
#include "style/palette.h"
#include "views/lanewords.h"

#include <QDateTime>

#include <algorithm>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal Faded = 0.5;  ///< of a deleted pod's lanes; its label stays readable

QString sinceCreation(kube::Timestamp at)
{
    return u'+' + LaneWords::duration(at - kube::Timestamp::fromUnixSeconds(0));
}

QString clockText(kube::Timestamp at, double nsPerPixel)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds());
    return local.toString(nsPerPixel < 2e8 ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s);
}

delegates::LaneLabel labelOf(const timeline::PodLanes &pod, qsizetype index)
{
    const timeline::Lane &lane = pod.lanes.at(index);
    delegates::LaneLabel label;
    label.ofPod = lane.ofPod;
    label.gone = pod.deleted;
    label.name = lane.ofPod ? pod.pod.name : index == 0 ? pod.pod.name + u" / "_s + lane.name : lane.name;
    label.note = lane.ofPod ? QString() : LaneWords::word(lane.kind);
    return label;
}

}  // namespace

TimelinePicture TimelinePicture::whole(qsizetype most) const
{
    const int height = HeaderHeight + static_cast<int>(std::clamp<qsizetype>(rows.rowCount(), 3, most)) * RowHeight;
    TimelinePicture all = *this;
    all.area.setHeight(height);
    all.lanes.setBottom(all.area.bottom());
    all.scroll = 0;
    all.cursor = {};
    all.focusRow = all.focusMark = -1;
    return all;
}

void TimelinePicture::paint(QPainter &painter) const
{
    painter.fillRect(area, palette.color(QPalette::Base));
    painter.setFont(font);
    if (rows.isEmpty()) {
        paintEmpty(painter);
        return;
    }
    const QList<delegates::AxisTick> ticks = rows.isAligned()
                                                 ? delegates::elapsedTicks(port.scale(), lanes.width(), font)
                                                 : delegates::axisTicks(port.scale(), lanes.width(), font);
    const qsizetype first = scroll / RowHeight;
    const qsizetype last = std::min(rows.rowCount() - 1, first + lanes.height() / RowHeight + 1);
    const auto rectOf = [&](qsizetype row) {
        return QRect(area.left(), HeaderHeight + static_cast<int>(row) * RowHeight - scroll, area.width(), RowHeight);
    };
    const std::optional<qsizetype> chosen = rows.find(selected);
    for (qsizetype row = first; row <= last; ++row)
        if (chosen && rows.row(row).pod == *chosen) {
            QColor tint = palette.color(QPalette::Highlight);
            tint.setAlphaF(style::isDark(palette) ? 0.22F : 0.12F);
            painter.fillRect(rectOf(row), tint);
        }
    delegates::paintGrid(painter, lanes, ticks, palette);
    for (qsizetype row = first; row <= last; ++row)
        paintRow(painter, row, rectOf(row));
    paintHeader(painter);
    paintAxis(painter, ticks);
}

void TimelinePicture::paintAxis(QPainter &painter, const QList<delegates::AxisTick> &ticks) const
{
    const QRectF header(lanes.left(), area.top(), lanes.width(), HeaderHeight);
    const double nowX = port.scale().x(now);
    const bool nowShows = !rows.isAligned() && nowX >= 0 && nowX <= lanes.width();
    const QString nowText = cursor.isNull() ? tr("now") : QString();
    const double cursorX = cursor.isNull() ? -1 : port.scale().x(cursor);
    const bool cursorShows = cursorX >= 0 && cursorX <= lanes.width();
    const QString cursorText = !cursorShows       ? QString()
                               : rows.isAligned() ? sinceCreation(cursor)
                                                  : clockText(cursor, port.scale().nsPerPixel());
    QList<QRectF> taken;
    if (nowShows)
        taken << delegates::readoutChip(header, nowX, nowText, font);
    if (cursorShows)
        taken << delegates::readoutChip(header, cursorX, cursorText, font);
    delegates::paintAxis(painter, header, ticks, taken, palette);
    if (nowShows)
        delegates::paintReadout(painter, header, lanes, nowX, nowText, style::color(style::Role::Accent, palette),
                                palette);
    if (cursorShows)
        delegates::paintReadout(painter, header, lanes, cursorX, cursorText,
                                style::color(style::Role::MutedText, palette), palette);
}

qsizetype TimelinePicture::rowAt(int y) const
{
    if (y < HeaderHeight)
        return -1;
    const qsizetype row = (y - HeaderHeight + scroll) / RowHeight;
    return row < rows.rowCount() ? row : -1;
}

delegates::Hit TimelinePicture::hit(QPoint at) const
{
    const qsizetype row = rowAt(at.y());
    const timeline::Lane *lane = rows.lane(row);
    if (!lane || !lanes.contains(at))
        return {};
    const auto x = xOf(rows.row(row).pod);
    return delegates::hitLane(*lane, x, lanes.width(), now, at.x() - lanes.left());
}

delegates::TimeToX TimelinePicture::xOf(qsizetype pod) const
{
    return [&scale = port.scale(), shift = rows.shift(pod)](kube::Timestamp time) { return scale.x(time + shift); };
}

QString TimelinePicture::labelTip(qsizetype row) const
{
    const LaneList::Row at = rows.row(row);
    const timeline::PodLanes &pod = rows.pod(at.pod);
    const timeline::Lane &lane = pod.lanes.at(at.lane);
    const QString name = LaneWords::podName(pod.pod);
    return lane.ofPod ? name : name + u" / "_s + lane.name;
}

QString TimelinePicture::tip(QPoint at) const
{
    const qsizetype row = rowAt(at.y());
    const timeline::Lane *lane = rows.lane(row);
    if (!lane)
        return {};
    if (at.x() < lanes.left())
        return labelTip(row);
    const delegates::Hit found = hit(at);
    if (found.mark >= 0)
        return LaneWords::tip(lane->marks.at(found.mark), found.stands);
    return found.span >= 0 ? LaneWords::tip(lane->spans.at(found.span), now) : QString();
}

void TimelinePicture::paintRow(QPainter &painter, qsizetype row, const QRect &rect) const
{
    const LaneList::Row at = rows.row(row);
    const timeline::PodLanes &pod = rows.pod(at.pod);
    if (at.lane == 0 && row > 0) {
        painter.setPen(style::color(style::Role::Grid, palette));
        painter.drawLine(rect.topLeft(), rect.topRight());
    }
    const QRectF label(rect.left(), rect.top(), lanes.left() - rect.left(), rect.height());
    delegates::LaneLabel words = labelOf(pod, at.lane);
    if (pod.deleted && at.lane == 0)
        words.note = tr("deleted");
    delegates::paintLabel(painter, label, words, palette, font);
    const QRectF lane(lanes.left(), rect.top(), lanes.width(), rect.height());
    painter.setOpacity(pod.deleted ? Faded : 1);
    delegates::paintLane(painter, pod.lanes.at(at.lane), {lane, xOf(at.pod), now, palette, font});
    painter.setOpacity(1);
    if (row == focusRow)
        paintFocus(painter, row, rect);
}

void TimelinePicture::paintFocus(QPainter &painter, qsizetype row, const QRect &rect) const
{
    painter.save();
    painter.setPen(QPen(style::color(style::Role::SelectionFrame, palette), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect).adjusted(1, 1, -1.5, -1));
    const timeline::Lane *lane = rows.lane(row);
    if (lane && focusMark >= 0 && focusMark < lane->marks.size()) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF center(lanes.left() + xOf(rows.row(row).pod)(lane->marks.at(focusMark).at),
                             QRectF(rect).center().y());
        painter.drawEllipse(center, 9, 9);
    }
    painter.restore();
}

void TimelinePicture::paintHeader(QPainter &painter) const
{
    const QRect header(area.left(), area.top(), area.width(), HeaderHeight);
    painter.fillRect(header, palette.color(QPalette::Base));
    painter.setPen(style::color(style::Role::Grid, palette));
    painter.drawLine(header.bottomLeft(), header.bottomRight());
    painter.drawLine(QPoint(lanes.left() - 1, area.top()), QPoint(lanes.left() - 1, area.bottom()));
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(port.begin().unixMilliseconds());
    const QString date =
        rows.isAligned() ? tr("Since creation") : local.toString(u"yyyy-MM-dd "_s) + local.timeZoneAbbreviation();
    painter.setPen(style::color(style::Role::MutedText, palette));
    const QRectF room(area.left() + 8, area.top(), lanes.left() - area.left() - 16, HeaderHeight);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, delegates::elidedMiddle(date, font, room.width()));
}

void TimelinePicture::paintEmpty(QPainter &painter) const
{
    QFont title = font;
    title.setPointSizeF(font.pointSizeF() * 1.25);
    title.setWeight(QFont::DemiBold);
    const QRect room = area.adjusted(24, 16, -24, -16);
    const QString text = tr("Pods draw their lanes here as soon as there is something to tell: waiting for a node, "
                            "pulling an image, starting, failing.");
    const int titleHeight = QFontMetrics(title).height();
    const int textWidth = std::min(room.width(), 460);
    const QRect wanted = QFontMetrics(font).boundingRect(QRect(0, 0, textWidth, 1000), Qt::TextWordWrap, text);
    const int top = room.top() + std::max(0, (room.height() - titleHeight - 8 - wanted.height()) / 2);
    painter.setFont(title);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(room.left(), top, room.width(), titleHeight), Qt::AlignCenter, tr("No timeline yet"));
    painter.setFont(font);
    painter.setPen(style::color(style::Role::MutedText, palette));
    painter.drawText(QRect(room.center().x() - textWidth / 2, top + titleHeight + 8, textWidth, wanted.height() + 4),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

}  // namespace views
