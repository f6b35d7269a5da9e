// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/podfilter.h"
#include "models/podmodel.h"
#include "style/statewords.h"
#include "views/table/columns.h"

#include <QSet>
#include <QWidget>

class QStackedWidget;

namespace views {

class DenseTable;
class NoticeStack;
class StatePage;

/** The pods, or a page that says why there are none: connecting, loading, failed, empty, nothing matches. */
class PodTable : public QWidget {
    Q_OBJECT

public:
    explicit PodTable(models::PodModel &pods, QWidget *parent = nullptr);

    [[nodiscard]] models::PodFilter &filter() { return *m_filter; }
    [[nodiscard]] DenseTable &grid() const { return *m_grid; }

    /** How true the rows are. */
    void setTruth(const style::Truth &truth);
    /** Makes a pod current without a signal; it stays wanted until it comes, should it not be there yet. */
    void select(const kube::Key &pod);
    /** The current pod; empty where nothing is selected. */
    [[nodiscard]] kube::Key selected() const;
    /** All selected pods, from top to bottom. */
    [[nodiscard]] QList<kube::PodRef> selection() const;
    [[nodiscard]] bool hasSelection() const;
    /** The pods whose rows can be seen, from top to bottom. */
    [[nodiscard]] QList<kube::Key> inSight() const;
    /** What the menu offers to do with the selected pods; not owned. */
    void setActions(const QList<QAction *> &actions);

    /** The columns as the user arranged them, for the settings. */
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray &columns);
    /** Asks which columns there shall be. */
    void chooseColumns();
    /** Takes these columns, from left to right; those of labels that are not named go. */
    void arrange(const QList<Column> &columns);

Q_SIGNALS:
    void podSelected(const kube::Key &pod);
    void podActivated(const kube::Key &pod);
    /** Other rows are selected. */
    void selectionChanged();
    /** What the user wants done about a state. */
    void actChosen(style::Act act);
    void filterCleared();
    /** The user arranged the columns anew. */
    void columnsChanged();
    /** From the empty page: the user wants to write a manifest. */
    void newRequested();

private:
    void showFitting();
    void reselect();
    void remember();
    void restore();
    void showMenu(QPoint at);
    void showHeaderMenu(QPoint at);
    [[nodiscard]] QStringList labelKeys() const;
    void showNothing();

    models::PodModel &m_pods;
    models::PodFilter *m_filter;
    QStackedWidget *m_stack;
    DenseTable *m_grid;
    Columns *m_columns;
    StatePage *m_page;
    NoticeStack *m_notices;
    style::Truth m_truth;
    kube::Key m_wanted;
    QSet<kube::Key> m_lost;  ///< were selected when the rows went, to be selected when they come back
    kube::Key m_top;         ///< was the first in sight then
    QList<QAction *> m_actions;
    bool m_quiet = false;  ///< the selection moves because of us
};

}  // namespace views
