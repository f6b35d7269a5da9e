// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/image/presence.h"

#include <QStyledItemDelegate>

namespace delegates {

/** Present: a tick in a disc. Absent, likely: a bar in a ring. Unknown: a dashed ring with a question mark. */
void paintPresence(QPainter &painter, const QRectF &box, pull::Presence presence, const QPalette &palette);

/** Paints whether an image is on a node: shape and colour, and the word where there is room for it. */
class PresenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace delegates
