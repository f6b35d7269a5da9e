// SPDX-License-Identifier: Apache-2.0
#include "delegates/presencedelegate.h"

#include "delegates/verdictglyph.h"
#include "models/imagematrix.h"
#include "style/cellstyle.h"

#include <QApplication>
#include <QPainter>

namespace delegates {

namespace {

constexpr int Glyph = 14;
constexpr int Gap = 6;

style::Role roleOf(pull::Presence presence)
{
    switch (presence) {
    case pull::Presence::Present: return style::Role::Running;
    case pull::Presence::AbsentLikely: return style::Role::Waiting;
    case pull::Presence::Unknown: break;
    }
    return style::Role::Unknown;
}

}  // namespace

void paintPresence(QPainter &painter, const QRectF &box, pull::Presence presence, const QPalette &palette)
{
    if (presence != pull::Presence::AbsentLikely) {
        paintVerdict(painter, box, presence == pull::Presence::Present ? pull::Verdict::Good : pull::Verdict::Unknown,
                     palette);
        return;
    }
    const QColor color = style::color(roleOf(presence), palette);
    const qreal third = box.width() * 0.3;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(box.adjusted(0.8, 0.8, -0.8, -0.8));
    painter.drawLine(QPointF(box.left() + third, box.center().y()), QPointF(box.right() - third, box.center().y()));
    painter.restore();
}

void PresenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto presence = pull::Presence(index.data(models::ImageMatrix::PresenceRole).toInt());
    const int wanted = Glyph + Gap + cell.fontMetrics.horizontalAdvance(text);
    const bool worded = cell.rect.width() >= wanted + 12;
    const qreal left = worded ? cell.rect.left() + style::CellStyle::Edge : cell.rect.center().x() - Glyph / 2.0 + 0.5;
    const QRectF box(left, cell.rect.center().y() - Glyph / 2.0 + 0.5, Glyph, Glyph);
    paintPresence(*painter, box, presence, cell.palette);
    if (!worded)
        return;
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(style::color(roleOf(presence), cell.palette));
    painter->drawText(cell.rect.adjusted(style::CellStyle::Edge + Glyph + Gap, 0, 0, 0),
                      int(Qt::AlignLeft | Qt::AlignVCenter), text);
    painter->restore();
}

}  // namespace delegates
