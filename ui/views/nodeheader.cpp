// SPDX-License-Identifier: Apache-2.0
#include "views/nodeheader.h"

#include "views/table/densetable.h"

#include <QPainter>

#include <algorithm>

namespace views {

namespace {

constexpr int Tallest = 120;
constexpr int Edge = 6;

/** A host name without its domain, which is the same for all nodes of a cluster; an address stays whole. */
QString shortName(const QString &name)
{
    const QString host = name.section(u'.', 0, 0);
    return host.isEmpty() || host.at(0).isDigit() ? name : host;
}

}  // namespace

NodeHeader::NodeHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(DenseTable::RowHeight);
}

void NodeHeader::setUpright(bool upright)
{
    m_upright = upright;
    viewport()->update();
}

int NodeHeader::wantedHeight() const
{
    if (!m_upright || !model())
        return DenseTable::RowHeight;
    int longest = 0;
    for (int section = 0; section < count(); ++section)
        if (!isSectionHidden(section))
            longest = std::max(longest, fontMetrics().horizontalAdvance(shortName(
                                            model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString())));
    return std::clamp(longest + 3 * Edge, 2 * DenseTable::RowHeight, Tallest);
}

void NodeHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!m_upright) {
        const int row = std::min(rect.height(), DenseTable::RowHeight);
        painter->fillRect(rect, palette().color(QPalette::Window));
        QHeaderView::paintSection(painter, QRect(rect.left(), rect.bottom() - row + 1, rect.width(), row),
                                  logicalIndex);
        return;
    }
    const QString name = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Window));
    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(palette().color(QPalette::WindowText));
    painter->setFont(font());
    painter->translate(rect.left(), rect.bottom());
    painter->rotate(-90);
    const QRect room(Edge, 0, rect.height() - 2 * Edge, rect.width());
    painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
                      fontMetrics().elidedText(shortName(name), Qt::ElideMiddle, room.width()));
    painter->restore();
}

}  // namespace views
