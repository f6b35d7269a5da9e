// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QTableView>

namespace views {

class RowAge;

/**
 * A table as all of Gantry's look: rows of 26 px, whole rows selected, no grid, long names elided in the middle,
 * figures of equal width. Columns that show an age are painted again each second while they can be seen. What is in
 * sight stays in sight when rows come, go or move above it.
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
    /** Which role of a row says what its last change touched: bit 0 its first column, bit 31 all from there. */
    void setChangedRole(int role);
    /** Whether changed cells light up and fade; never where the desktop wants no motion. Off at first. */
    void setFlashing(bool flashing);
    /** How many cells are lit now. */
    [[nodiscard]] qsizetype lit() const { return m_flashes.size(); }
    /** Puts the cells of the selected rows on the clipboard, separated by tabs, safe to paste into a spreadsheet. */
    void copyRows() const;

    void setModel(QAbstractItemModel *model) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;

Q_SIGNALS:
    /** Enter or a double click on a row of the model. */
    void rowActivated(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Flash {
        QPersistentModelIndex cell;
        qint64 since;  ///< milliseconds of m_clock
    };
    void fade();
    void hold();
    void settle();

    RowAge *m_age;
    int m_changedRole = -1;
    bool m_flashing = false;
    QList<Flash> m_flashes;
    QElapsedTimer m_clock;
    QBasicTimer m_fade;
    QList<std::pair<QPersistentModelIndex, int>> m_held;  ///< rows in sight, each with its distance from the first
    bool m_isHeld = false;
};

}  // namespace views
