// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/podfilter.h"
#include "models/podmodel.h"
#include "style/statewords.h"

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
    [[nodiscard]] DenseTable &grid() { return *m_grid; }

    /** How true the rows are. */
    void setTruth(const style::Truth &truth);
    /** Makes a pod current without a signal; it stays wanted until it comes, should it not be there yet. */
    void select(const kube::Key &pod);
    /** Empty where nothing is selected. */
    [[nodiscard]] kube::Key selected() const;

    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray &columns);

Q_SIGNALS:
    void podSelected(const kube::Key &pod);
    void podActivated(const kube::Key &pod);
    void deleteRequested(const kube::Key &pod);
    /** What the user wants done about a state. */
    void actChosen(style::Act act);
    void filterCleared();
    /** From the empty page: the user wants to write a manifest. */
    void newRequested();

private:
    void fillPage();
    void showFitting();
    void reselect();
    void showMenu(QPoint at);
    void showNothing();

    models::PodModel &m_pods;
    models::PodFilter *m_filter;
    QStackedWidget *m_stack;
    DenseTable *m_grid;
    StatePage *m_page;
    NoticeStack *m_notices;
    style::Truth m_truth;
    kube::Key m_wanted;
    bool m_quiet = false;  ///< the selection moves because of us
};

}  // namespace views
