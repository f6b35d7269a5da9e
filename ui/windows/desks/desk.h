// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/eventmodel.h"
#include "models/podmodel.h"
#include "models/snapshot.h"
#include "style/statewords.h"
#include "style/timewindow.h"
#include "windows/desks/place.h"

#include <QObject>

#include <memory>

namespace mirror {
class Cluster;
}
namespace views {
class DecisionView;
class DescribeView;
class EventTable;
class PodTable;
class TimelinePanel;
class TruthFrame;
}  // namespace views

namespace windows {

class Inspection;
class KindWatch;
class LaneWatch;
class LogWatch;
class PullBoards;

/**
 * One open context: its cluster, what is known of it, and its own views with their filter, selection and scroll
 * position. It takes batches also while another one is shown, but then paints and fetches nothing.
 */
class Desk : public QObject {
    Q_OBJECT

public:
    Desk(Place place, QWidget *window);  ///< the views are children of `window` until someone takes them
    ~Desk() override;                    ///< ends the cluster and deletes the views

    [[nodiscard]] const Place &place() const { return m_place; }
    void attach(std::unique_ptr<mirror::Cluster> cluster, const QStringList &namespaces);  ///< shows it; empty: all
    [[nodiscard]] std::unique_ptr<mirror::Cluster> detach();  ///< gives it away, connected; what it showed is cleared
    void fail(const kube::Error &error);                      ///< it cannot even be tried; what was shown stays, as old
    [[nodiscard]] mirror::Cluster *cluster() const { return m_cluster.get(); }

    void retry();  ///< asks the server for everything again, also after it was stopped or denied
    /** Shows these; empty: all. Several are chosen from all pods; where those may not be listed, each is mirrored. */
    void watch(const QStringList &namespaces);
    [[nodiscard]] const QStringList &namespaces() const { return m_namespaces; }
    void apply(const mirror::Batch &batch);  ///< what the cluster delivered
    void setShown(bool shown);               ///< whether this is the one that is looked at; the cluster is told
    void tick();                             ///< a second has passed: countdowns and ages move
    void setReadOnly(bool readOnly);         ///< true: nothing is written through its cluster, whoever asks
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    void select(const kube::Key &pod);
    void setFilter(const QString &text);
    [[nodiscard]] QString filter() const;
    [[nodiscard]] const models::Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] const models::PodModel &podModel() const { return *m_pods; }
    [[nodiscard]] Inspection &inspection() { return *m_inspection; }
    [[nodiscard]] views::PodTable &pods() const { return *m_table; }
    [[nodiscard]] views::TimelinePanel &timeline() { return *m_timeline; }
    [[nodiscard]] views::EventTable &events() { return *m_eventTable; }
    [[nodiscard]] views::DecisionView &why() { return *m_decision; }
    [[nodiscard]] views::DescribeView &description() { return *m_describe; }
    [[nodiscard]] LogWatch &logs() { return *m_logs; }
    [[nodiscard]] KindWatch &kinds() { return *m_kinds; }
    [[nodiscard]] views::TruthFrame &images() { return *m_images; }
    [[nodiscard]] views::TruthFrame &registries() { return *m_registries; }
    [[nodiscard]] style::Truth truth(mirror::Kind kind) const;  ///< how true a kind is now

Q_SIGNALS:
    void changed();  ///< state, namespace or filter are others, or a batch was taken
    void namespacesChosen(const QStringList &namespaces);
    void namespaceWanted();
    void connectRequested();  ///< there is no cluster to ask again: read the kubeconfig anew
    void whyRequested();
    void manifestRequested();

private:
    void wireTable();
    void wireInspection();
    void wireTimeline();
    void narrow(const QStringList &namespaces);
    void act(style::Act act);
    [[nodiscard]] QString scope() const;  ///< what the mirror watches; empty: all
    void cancel();
    void showTruth();

    Place m_place;
    models::Snapshot m_snapshot;
    models::PodModel *m_pods;
    models::EventModel *m_events;
    style::TimeWindow *m_time;
    Inspection *m_inspection;
    LogWatch *m_logs;
    KindWatch *m_kinds;
    views::PodTable *m_table;
    views::EventTable *m_eventTable;
    views::TimelinePanel *m_timeline;
    views::DecisionView *m_decision;
    views::DescribeView *m_describe;
    PullBoards *m_boards;
    LaneWatch *m_lanes;
    views::TruthFrame *m_images, *m_registries;
    std::unique_ptr<mirror::Cluster> m_cluster;
    QStringList m_namespaces;
    QString m_login, m_program, m_history;
    kube::Timestamp m_seenRollback;  ///< the one that was dismissed
    bool m_shown = true, m_readOnly = false;
};

}  // namespace windows
