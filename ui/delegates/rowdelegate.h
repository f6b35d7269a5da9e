// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace delegates {

/** A cell as the style paints it, in a row of a fixed height: for trees, which ask their cells how high they are. */
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    RowDelegate(int height, QObject *parent) : QStyledItemDelegate(parent), m_height(height) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_height};
    }

private:
    int m_height;
};

}  // namespace delegates
