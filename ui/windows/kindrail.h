// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolBar>

namespace windows {

class Actions;

/**
 * The kinds of objects at the left edge, by their short names as kubectl has them: po, no, deploy. One place in the tab
 * order; Up and Down go along, Enter and Space choose.
 */
class KindRail : public QToolBar {
    Q_OBJECT

public:
    KindRail(const Actions &actions, QWidget *window);

    /** Marks the kind that is looked at; empty: pods. One that is not here marks none. */
    void setCurrent(const QString &kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(QAction *action, const QString &shortName, const QString &kind);

    QList<QWidget *> m_buttons;
};

}  // namespace windows
