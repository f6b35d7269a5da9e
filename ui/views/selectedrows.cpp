// SPDX-License-Identifier: Apache-2.0
#include "views/selectedrows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListWidget>

namespace views {

bool copiesRows(const QListWidget &list, const QKeyEvent &event)
{
    if (!event.matches(QKeySequence::Copy))
        return false;
    QStringList lines;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->isSelected())
            lines.append(list.item(row)->text());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    return true;
}

}  // namespace views
