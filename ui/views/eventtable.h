// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/eventfilter.h"
#include "models/eventmodel.h"
#include "style/statewords.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace style {
class TimeWindow;
}

namespace views {

class DenseTree;
class NoticeStack;
class StatePage;

/**
 * The events of the selected pod, or of everything; the chosen event's time is the shared cursor. Events alike are one
 * row, under which each occurrence that the server keeps is found.
 */
class EventTable : public QWidget {
    Q_OBJECT

public:
    EventTable(models::EventModel &events, style::TimeWindow &time, QWidget *parent = nullptr);

    /** Whose events are shown where no pod is chosen; empty: of all namespaces. */
    void setNamespaces(const QStringList &names);
    /** Shows one pod's events, or its owners' too; an empty key shows all. */
    void setPod(const kube::Key &key, const QString &uid, const QList<kube::OwnerReference> &owners = {});
    /** `Events since 10:04:12; ...`: what the events here tell of; empty where there are none. */
    [[nodiscard]] QString coverage() const;
    /** How true the rows are. */
    void setTruth(const style::Truth &truth);
    /** Makes an event current, if it is shown. */
    void reveal(const QString &uid);

Q_SIGNALS:
    /** The user chose an event about another pod. */
    void podSelected(const kube::Key &pod);
    /** What the user wants done about a state. */
    void actChosen(style::Act act);

private:
    void showFitting();
    void follow(kube::Timestamp at);

    void makeBar();

    models::EventModel &m_events;
    models::EventFilter *m_filter;
    style::TimeWindow &m_time;
    QStackedWidget *m_stack;
    DenseTree *m_grid;
    StatePage *m_page;
    NoticeStack *m_notices;
    QWidget *m_bar;
    QComboBox *m_scope;
    QLabel *m_coverage;
    style::Truth m_truth;
    kube::Key m_pod;
    bool m_quiet = false;
};

}  // namespace views
