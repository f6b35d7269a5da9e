// SPDX-License-Identifier: Apache-2.0
#include "delegates/hintdelegate.h"

#include "style/palette.h"

#include <QApplication>
#include <QPainter>

namespace delegates {

namespace {

constexpr int Edge = 8;
constexpr int Gap = 24;
constexpr int Height = 26;

}  // namespace

void HintDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool isChosen = cell.state.testFlag(QStyle::State_Selected);
    const QRect area = cell.rect.adjusted(Edge, 0, -Edge, 0);
    const QString shown = cell.fontMetrics.elidedText(text, Qt::ElideMiddle, area.width());
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    const QRect rest = area.adjusted(cell.fontMetrics.horizontalAdvance(shown) + Gap, 0, 0, 0);
    if (rest.width() > Gap) {
        if (!isChosen)
            painter->setPen(style::color(style::Role::MutedText, cell.palette));
        painter->drawText(rest, int(Qt::AlignRight | Qt::AlignVCenter),
                          cell.fontMetrics.elidedText(index.data(HintRole).toString(), Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QSize HintDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int hint = option.fontMetrics.horizontalAdvance(index.data(HintRole).toString());
    return {text + hint + Gap + 2 * Edge, Height};
}

}  // namespace delegates
