// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QObject>

class QAbstractItemView;
class QHeaderView;

namespace views {

/**
 * How a view of rows shows time going by: columns that show an age are painted again each second while they can be
 * seen, and rows that are not live are written in the muted colour, so that nobody takes them for the truth.
 */
class RowAge : public QObject {
    Q_OBJECT

public:
    /** `header` is that of the view's columns; both outlive this, whose owner the view is. */
    RowAge(QAbstractItemView &view, const QHeaderView &header);

    /** Columns whose text changes as time goes by. */
    void setTicking(const QList<int> &columns);
    void setOld(bool old);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void tint();

    QAbstractItemView &m_view;
    const QHeaderView &m_header;
    QList<int> m_ticking;
    QBasicTimer m_second;
    bool m_old = false;
};

}  // namespace views
