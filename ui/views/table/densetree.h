// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace views {

class RowAge;

/**
 * A table whose rows unfold, as DenseTable looks. Left and Right fold and unfold, Enter and a double click do either.
 * What is first in sight stays so when rows come, go or move above it.
 */
class DenseTree : public QTreeView {
    Q_OBJECT

public:
    explicit DenseTree(QWidget *parent = nullptr);

    /** A column whose text changes as time goes by: painted again each second while it can be seen. */
    void setTicking(int column);
    /** True: the rows are not live. They are written in the muted colour. */
    void setOld(bool old);
    /** Puts the cells of the selected rows on the clipboard, separated by tabs, safe to paste into a spreadsheet. */
    void copyRows() const;
    /** Selects a row, unfolds what it is under, and brings it into sight. */
    void reveal(const QModelIndex &row);

    void setModel(QAbstractItemModel *model) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void hold();

    RowAge *m_age;
    bool m_isHeld = false;
};

}  // namespace views
