// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QTableView>

namespace views {

/**
 * A table as all of Gantry's look: rows of 26 px, whole rows selected, no grid, long names elided in the middle,
 * figures of equal width. Columns that show an age are painted again each second while they can be seen.
 */
class DenseTable : public QTableView {
    Q_OBJECT

public:
    static constexpr int RowHeight = 26;

    explicit DenseTable(QWidget *parent = nullptr);

    /** Columns whose text changes as time goes by. */
    void setTicking(const QList<int> &columns);
    /** True: the rows are not live. They are written in the muted colour, so that nobody takes them for the truth. */
    void setOld(bool old);
    /** Puts the cells of the current row on the clipboard, separated by tabs, safe to paste into a spreadsheet. */
    void copyRow() const;

Q_SIGNALS:
    /** Enter or a double click on a row of the model. */
    void rowActivated(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QList<int> m_ticking;
    QBasicTimer m_second;
    bool m_old = false;
};

}  // namespace views
