// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "models/eventmodel.h"
#include "models/podmodel.h"
#include "models/snapshot.h"
#include "style/settings.h"
#include "style/timewindow.h"

#include <QMainWindow>
#include <QPointer>

namespace mirror {
class Cluster;
}
namespace views {
class DecisionView;
class DescribeView;
class EditorPanel;
class EventTable;
class PodTable;
class TimelinePanel;
class WelcomePage;
}  // namespace views

class QLabel;
class QStackedWidget;

namespace windows {
class Actions;
class Docks;
class Inspection;
class PullBoards;
class TopBar;

/** The one window: wires the views to one cluster. Who creates it gives it clusters and hears what the user asks for.
 */
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(style::Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setContexts(const QStringList &names, const QString &current);
    /** Shows this cluster, watching `ns` (empty: all); null detaches. Not owned. */
    void attach(mirror::Cluster *cluster, const QString &ns);
    /** No cluster can be shown, because of these. */
    void showWelcome(const QList<kube::Error> &problems);
    /** A context that cannot even be tried. */
    void showFailure(const kube::Error &error);
    /** What a cluster delivered. */
    void apply(const mirror::Batch &batch);

    [[nodiscard]] Actions &actions() { return *m_actions; }
    [[nodiscard]] const models::Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] views::EditorPanel &editor() { return *m_editor; }
    [[nodiscard]] views::DescribeView &description() { return *m_describe; }

    void select(const kube::Key &pod);
    void showDescribe();
    void showWhy();

Q_SIGNALS:
    void contextChosen(const QString &name);
    void practiceRequested();
    void kubeconfigChosen(const QString &path);
    /** Connect again, or read the kubeconfig again where there is no cluster. */
    void retryRequested();
    void themeChosen(style::Theme theme);
    void languageChosen(const QString &language);
    /** A batch, an answer or a description was shown. */
    void changed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeDocks();
    void makeMenus();
    void wireViews();
    void wireActions();
    void wireTimeline();
    void wireEditor();
    void showViews(bool shown);
    void watch(const QString &ns);
    void updateState();
    void showOnlyPullProblems(bool only);
    void confirmDelete(const QList<command::Document> &documents, bool fromEditor);
    void remove(const QList<command::Document> &documents, bool fromEditor);
    void perform(QFuture<QList<command::Outcome>> answer);
    void chooseKubeconfig();
    void saveLayout();

    style::Settings &m_settings;
    models::Snapshot m_snapshot;
    models::PodModel *m_pods;
    models::EventModel *m_events;
    style::TimeWindow *m_time;
    Inspection *m_inspection;
    Actions *m_actions;
    TopBar *m_top;
    QStackedWidget *m_pages;
    views::PodTable *m_table;
    views::WelcomePage *m_welcome;
    views::EditorPanel *m_editor;
    views::EventTable *m_eventTable;
    views::TimelinePanel *m_timelinePanel;
    views::DecisionView *m_decision;
    views::DescribeView *m_describe;
    PullBoards *m_boards;
    Docks *m_docks;
    QLabel *m_counts, *m_asOf, *m_server;
    QPointer<mirror::Cluster> m_cluster;
    QString m_ns;
    QByteArray m_firstLayout, m_hiddenLayout;
};

}  // namespace windows
