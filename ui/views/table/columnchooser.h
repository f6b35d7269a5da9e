// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/table/columns.h"

#include <QDialog>

class QAbstractButton;
class QComboBox;
class QListWidget;

namespace views {

/** Which columns a table has, in which order: Space shows or hides, Alt+Up and Alt+Down move, labels are added by key.
 */
class ColumnChooser : public QDialog {
    Q_OBJECT

public:
    /** `first`: what Reset brings back. `labels`: the label keys that there are, to choose from; others may be typed.
     */
    ColumnChooser(const QList<Column> &columns, QList<Column> first, const QStringList &labels,
                  QWidget *parent = nullptr);

    /** As the user wants them. */
    [[nodiscard]] QList<Column> columns() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<Column> &columns);
    void append(const Column &column);
    void move(int by);
    void addLabel();
    void removeLabel();
    void check();

    QList<Column> m_first;
    QListWidget *m_list;
    QComboBox *m_label;
    QAbstractButton *m_remove;
    QAbstractButton *m_done = nullptr;
};

}  // namespace views
