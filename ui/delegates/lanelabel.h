// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QString>

namespace delegates {

/** What stands to the left of a lane. */
struct LaneLabel {
    QString name;  ///< pod or container; elided in the middle
    QString note;  ///< kind or state word behind the name; left out where the name would have no room
    bool ofPod = false;
    bool gone = false;  ///< of a deleted pod
};

/** Paints a label into `rect`: pods bold, containers indented, the note muted at the right. */
void paintLabel(QPainter &painter, const QRectF &rect, const LaneLabel &label, const QPalette &palette,
                const QFont &font);

}  // namespace delegates
