// SPDX-License-Identifier: Apache-2.0
#include "delegates/statusdelegate.h"

#include "delegates/toneglyph.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace delegates {

namespace {

constexpr int Glyph = 14;
constexpr int Gap = 6;

}  // namespace

StatusDelegate::StatusDelegate(Words words, QObject *parent) : QStyledItemDelegate(parent), m_words(words) {}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool quiet = m_words == Words::EventType && text != u"Warning";
    const style::Tone tone = m_words == Words::PodStatus ? style::toneOf(text)
                             : quiet                     ? style::Tone::Done
                                                         : style::Tone::Failed;
    const QRect area = cell.rect.adjusted(6, 0, -4, 0);
    const QRectF box(area.left(), area.center().y() - Glyph / 2.0 + 0.5, Glyph, Glyph);
    paintTone(*painter, box, tone, cell.palette);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(style::color(style::roleOf(tone), cell.palette));
    const QRect words = area.adjusted(Glyph + Gap, 0, 0, 0);
    painter->drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter),
                      cell.fontMetrics.elidedText(text, Qt::ElideMiddle, words.width()));
    painter->restore();
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(Glyph + Gap + 10, 0);
}

}  // namespace delegates
