// SPDX-License-Identifier: Apache-2.0
#include "delegates/statusdelegate.h"

#include "delegates/toneglyph.h"
#include "models/podmodel.h"
#include "style/cellstyle.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace delegates {

namespace {

constexpr int Glyph = 14;
constexpr int Gap = 6;

style::Tone toneOf(models::PodPull::State state)
{
    switch (state) {
    case models::PodPull::State::OnNode: return style::Tone::Done;
    case models::PodPull::State::Pulled: return style::Tone::Running;
    case models::PodPull::State::Pulling: return style::Tone::Pulling;
    case models::PodPull::State::Waiting: return style::Tone::Waiting;
    case models::PodPull::State::Failed: return style::Tone::Failed;
    case models::PodPull::State::Unknown: break;
    }
    return style::Tone::Unknown;
}

style::Tone toneOf(StatusDelegate::Words words, const QString &text, const QModelIndex &index)
{
    switch (words) {
    case StatusDelegate::Words::PodStatus: return style::toneOf(text);
    case StatusDelegate::Words::EventType: return text == u"Warning" ? style::Tone::Failed : style::Tone::Done;
    case StatusDelegate::Words::Pull: break;
    }
    return toneOf(models::PodPull::State(index.data(models::PodModel::PullRole).toInt()));
}

}  // namespace

StatusDelegate::StatusDelegate(Words words, QObject *parent) : QStyledItemDelegate(parent), m_words(words) {}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (text.isEmpty())
        return;

    const style::Tone tone = toneOf(m_words, text, index);
    const QRect area = cell.rect.adjusted(style::CellStyle::Edge, 0, -4, 0);
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
