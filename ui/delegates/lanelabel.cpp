// SPDX-License-Identifier: Apache-2.0
#include "delegates/lanelabel.h"

#include "delegates/lanepainter.h"
#include "report/plaintext.h"
#include "style/palette.h"

#include <QFontMetricsF>

namespace delegates {

void paintLabel(QPainter &painter, const QRectF &rect, const LaneLabel &label, const QPalette &palette,
                const QFont &font)
{
    constexpr qreal Edge = 8;
    constexpr qreal Indent = 16;
    const QColor muted = style::color(style::Role::MutedText, palette);
    QRectF room = rect.adjusted(label.ofPod ? Edge : Edge + Indent, 0, -Edge, 0);
    painter.save();
    const qreal width = QFontMetricsF(font).horizontalAdvance(label.note);
    const qreal leastName = QFontMetricsF(font).averageCharWidth() * 9;
    if (!label.note.isEmpty() && room.width() - width - Edge >= leastName) {
        painter.setFont(font);
        painter.setPen(muted);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, label.note);
        room.setRight(room.right() - width - Edge);
    }
    QFont own = font;
    own.setWeight(label.ofPod ? QFont::DemiBold : QFont::Normal);
    own.setStrikeOut(label.gone && label.ofPod);
    painter.setFont(own);
    painter.setPen(label.gone ? muted : palette.color(QPalette::Text));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     elidedMiddle(report::visibleLine(label.name), own, room.width()));
    painter.restore();
}

}  // namespace delegates
