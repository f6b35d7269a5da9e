// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/switcher/clusterstrip.h"
#include "windows/desks/desks.h"

#include <QToolBar>

class QAction;
class QMenu;

namespace windows {

/**
 * The ways from one open context to another: the strip above everything (there once two are open), Ctrl+1 to Ctrl+9,
 * Ctrl+PageUp and Ctrl+PageDown, a menu of all contexts, and an action for each in the command palette.
 */
class Switcher : public QToolBar {
    Q_OBJECT

public:
    Switcher(Desks &desks, QWidget *window);

    void setContexts(const QList<Place> &contexts);
    /** Fills a menu with what is open and what can be opened, each with its state. */
    void fill(QMenu &menu);
    /** One action a context, for the palette; valid until the next call. */
    [[nodiscard]] QList<QAction *> actions();
    /** Next, previous, close: for menus. */
    [[nodiscard]] const QList<QAction *> &moves() const { return m_moves; }
    /** Shape, name, word and hover of an open context. */
    [[nodiscard]] static views::ClusterTab tabOf(const Desk &desk);

    /** Shows what is open now; also after a layout was restored, which knows nothing of it. */
    void renew();

Q_SIGNALS:
    /** A context that is not open. */
    void contextChosen(const windows::Place &place);

private:
    void choose(const Place &place);
    QAction *addMove(const QString &name, const QString &text, const QKeySequence &keys, const QString &tip);

    Desks &m_desks;
    views::ClusterStrip *m_strip;
    QList<Place> m_contexts;
    QList<QAction *> m_moves;
    QObject *m_palette = nullptr;  ///< owner of the palette's actions
};

}  // namespace windows
