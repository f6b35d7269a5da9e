// SPDX-License-Identifier: Apache-2.0
#include "windows/mainwindow.h"

#include "mirror/cluster.h"
#include "models/eventmodel.h"
#include "models/podmodel.h"
#include "models/workload.h"
#include "style/timewindow.h"
#include "style/wording.h"
#include "views/decisionview.h"
#include "views/describeview.h"
#include "views/editorpanel.h"
#include "views/eventtable.h"
#include "views/imagematrixview.h"
#include "views/podtable.h"
#include "views/registryview.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"
#include "views/welcomepage.h"
#include "windows/actions.h"
#include "windows/docks.h"
#include "windows/inspection.h"
#include "windows/pullboards.h"
#include "windows/topbar.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace windows {

MainWindow::MainWindow(style::Settings &settings, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), m_pods(new models::PodModel(this)),
      m_events(new models::EventModel(this)), m_time(new style::TimeWindow(this)),
      m_inspection(new Inspection(m_snapshot, this)), m_actions(new Actions(this)), m_top(new TopBar(*m_actions, this)),
      m_pages(new QStackedWidget(this)), m_table(new views::PodTable(*m_pods, this)),
      m_welcome(new views::WelcomePage(this)), m_editor(new views::EditorPanel(this)),
      m_eventTable(new views::EventTable(*m_events, *m_time, this)), m_timelinePanel(new views::TimelinePanel(this)),
      m_decision(new views::DecisionView(this)), m_describe(new views::DescribeView(this)),
      m_boards(new PullBoards(m_snapshot, this)), m_docks(new Docks(this)), m_counts(new QLabel(this)),
      m_asOf(new QLabel(this)), m_server(new QLabel(this))
{
    setWindowTitle(u"Gantry"_s);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    addToolBar(Qt::TopToolBarArea, m_top);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_welcome);
    setCentralWidget(m_pages);
    makeDocks();
    makeMenus();
    for (QLabel *label : {m_counts, m_asOf, m_server})
        label->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_counts);
    statusBar()->addWidget(m_asOf);
    statusBar()->addPermanentWidget(m_server);
    statusBar()->setSizeGripEnabled(false);

    const auto clock = [this] { return m_snapshot.now(); };
    m_pods->setClock(clock);
    m_events->setClock(clock);
    m_pods->setEvents([this](const kube::Pod &pod) { return m_snapshot.eventsOf(pod); });
    m_timelinePanel->view().setClock(clock);
    m_timelinePanel->view().setTimeWindow(m_time);
    m_decision->setClock(clock);
    wireViews();
    wireTimeline();
    wireActions();
    wireEditor();
    setContexts({}, {});
    updateState();

    resize(1440, 900);
    m_firstLayout = saveState();
    restoreGeometry(m_settings.geometry());
    restoreState(m_settings.layout());
    m_table->setColumns(m_settings.columns(u"pods"_s));
}

MainWindow::~MainWindow() = default;

void MainWindow::wireViews()
{
    connect(m_top, &TopBar::contextChosen, this, &MainWindow::contextChosen);
    connect(m_top, &TopBar::namespaceChosen, this, &MainWindow::watch);
    connect(&m_top->filter(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_table->filter().setText(text);
        m_actions->pullProblems->setChecked(models::PodQuery::hasWord(text, models::PodQuery::PullProblem));
        updateState();
    });
    connect(m_table, &views::PodTable::podSelected, m_inspection, &Inspection::select);
    connect(m_table, &views::PodTable::podActivated, this, [this](const kube::Key &pod) {
        select(pod);
        showWhy();
    });
    connect(m_table, &views::PodTable::deleteRequested, this, [this](const kube::Key &pod) {
        select(pod);
        m_actions->remove->trigger();
    });
    connect(m_table, &views::PodTable::retryRequested, this, &MainWindow::retryRequested);
    connect(m_table, &views::PodTable::filterCleared, &m_top->filter(), &QLineEdit::clear);
    connect(m_table, &views::PodTable::newRequested, this, [this] { m_docks->raise(Docks::View::Editor); });
    connect(m_eventTable, &views::EventTable::podSelected, this, &MainWindow::select);
    connect(m_decision, &views::DecisionView::eventRequested, m_eventTable, &views::EventTable::reveal);
    connect(m_describe, &views::DescribeView::retryRequested, m_inspection, &Inspection::describe);

    connect(m_inspection, &Inspection::selectedChanged, this, [this](const kube::Key &pod, const QString &uid) {
        m_eventTable->setPod(pod, uid);
        m_timelinePanel->view().setSelected(pod);
        m_actions->remove->setEnabled(pod != kube::Key());
    });
    connect(m_inspection, &Inspection::storiesChanged, m_decision, &views::DecisionView::setStories);
    connect(m_inspection, &Inspection::describeCleared, m_describe, &views::DescribeView::clear);
    connect(m_inspection, &Inspection::describeFailed, m_describe, &views::DescribeView::setError);
    connect(m_inspection, &Inspection::described, this, [this](const QString &text) {
        m_describe->setText(text);
        Q_EMIT changed();
    });
    connect(m_docks->dock(Docks::View::Describe), &QDockWidget::visibilityChanged, m_inspection,
            &Inspection::setDescribing);
    connect(m_welcome, &views::WelcomePage::practiceRequested, this, &MainWindow::practiceRequested);
    connect(m_welcome, &views::WelcomePage::openRequested, this, &MainWindow::chooseKubeconfig);
    connect(m_welcome, &views::WelcomePage::retryRequested, this, &MainWindow::retryRequested);
}

void MainWindow::wireTimeline()
{
    views::TimelineView &timeline = m_timelinePanel->view();
    timeline.setOwners([this](const kube::Key &key) {
        const kube::PodPtr pod = m_snapshot.pod(key);
        return pod ? models::workloadOf(*pod) : QString();
    });
    connect(&timeline, &views::TimelineView::podSelected, this, &MainWindow::select);
    connect(&timeline, &views::TimelineView::podActivated, this, &MainWindow::showWhy);
    connect(m_actions->alignTimeline, &QAction::toggled, &timeline, &views::TimelineView::setAligned);
    connect(m_actions->fitTimeline, &QAction::triggered, &timeline, &views::TimelineView::fit);
    connect(m_actions->followTimeline, &QAction::triggered, &timeline, &views::TimelineView::jumpToNow);
    connect(m_actions->exportTimeline, &QAction::triggered, m_timelinePanel, &views::TimelinePanel::exportPicture);
    connect(&m_boards->images(), &views::ImageMatrixView::imageChosen, this,
            [this](const QString &image) { m_top->filter().setText(u"image:"_s + image); });
}

void MainWindow::setContexts(const QStringList &names, const QString &current)
{
    m_top->setContexts(names, current);
    setWindowTitle(current.isEmpty() ? u"Gantry"_s : tr("%1 – Gantry").arg(current));
}

void MainWindow::attach(mirror::Cluster *cluster, const QString &ns)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    m_inspection->setClient(cluster ? &cluster->client() : nullptr);
    mirror::Batch nothing;
    nothing.reset = true;
    nothing.states.pods.phase = cluster ? mirror::State::Phase::Connecting : mirror::State::Phase::Idle;
    m_ns = ns;
    m_boards->setPast({});
    apply(nothing);
    showViews(true);
    if (!cluster)
        return;
    cluster->pastPulls().then(this, [this, asked = m_cluster](const kube::Result<QList<kube::EventPtr>> &past) {
        if (asked && asked == m_cluster)
            m_boards->setPast(past);
    });
    connect(cluster, &mirror::Cluster::arrived, this, &MainWindow::apply);
    cluster->watch(ns);
}

void MainWindow::watch(const QString &ns)
{
    m_ns = ns;
    if (!m_cluster)
        return;
    m_settings.setLastNamespace(m_cluster->connection().context, ns);
    m_cluster->watch(ns);
    updateState();
}

void MainWindow::showWelcome(const QList<kube::Error> &problems)
{
    attach(nullptr, {});
    m_welcome->setProblems(problems);
    showViews(false);
}

void MainWindow::showFailure(const kube::Error &error)
{
    attach(nullptr, {});
    mirror::Batch batch;
    batch.reset = true;
    batch.states.pods.phase = mirror::State::Phase::Failed;
    batch.states.pods.error = error;
    apply(batch);
}

void MainWindow::showViews(bool shown)
{
    if (shown == (m_pages->currentWidget() == m_table))
        return;
    if (!shown)
        m_hiddenLayout = saveState();
    m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_welcome);
    m_docks->setShown(shown);
    m_top->setVisible(shown);
    statusBar()->setVisible(shown);
    if (shown)
        restoreState(m_hiddenLayout);
}

void MainWindow::apply(const mirror::Batch &batch)
{
    m_snapshot.apply(batch);
    m_pods->apply(batch);
    m_events->apply(batch);
    if (batch.reset)
        m_timelinePanel->view().setLanes(batch.lanes);
    else
        m_timelinePanel->view().apply(batch.lanes);
    m_boards->apply(batch);
    m_inspection->follow(batch);
    updateState();
    Q_EMIT changed();
}

void MainWindow::updateState()
{
    const mirror::State &state = m_snapshot.state();
    m_table->setState(state, m_ns);
    QStringList detail;
    if (m_cluster)
        detail = {m_cluster->connection().server.toDisplayString(), m_snapshot.serverVersion()};
    if (m_cluster && m_cluster->connection().insecure)
        detail.append(tr("The server's certificate is not checked (insecure-skip-tls-verify)"));
    m_top->setState(state, detail.join(u'\n'));
    m_top->setNamespaces(m_snapshot.namespaces(), m_ns);
    m_top->setPullProblems(m_pods->pullProblems());

    int problems = 0;
    for (const auto &[status, count] : m_pods->statusCounts().asKeyValueRange())
        problems += style::toneOf(status) == style::Tone::Failed ? count : 0;
    QString counts = tr("%n pod(s)", nullptr, m_pods->rowCount());
    if (const int shown = m_table->filter().rowCount(); shown != m_pods->rowCount())
        counts += u"  ·  "_s + tr("%n shown", nullptr, shown);
    if (problems > 0)
        counts += u"  ·  "_s + tr("%n with a problem", nullptr, problems);
    m_counts->setText(u" "_s + counts);
    const bool isLive = state.phase == mirror::State::Phase::Live;
    const bool known = isLive || !state.asOf.isNull();
    const kube::Timestamp asOf = isLive ? m_snapshot.now() : state.asOf;
    m_asOf->setText(known ? u"·  "_s + tr("data as of %1").arg(style::Wording::clock(asOf)) : QString());
    m_asOf->setToolTip(known ? style::Wording::exact(asOf) : QString());
    m_server->setText(m_snapshot.serverVersion().isEmpty() ? QString()
                                                           : tr("Kubernetes %1 ").arg(m_snapshot.serverVersion()));
}

void MainWindow::select(const kube::Key &pod)
{
    m_table->select(pod);
    m_inspection->select(pod);
}

void MainWindow::showWhy()
{
    m_docks->raise(Docks::View::Why);
}

void MainWindow::showDescribe()
{
    m_docks->raise(Docks::View::Describe);
}

void MainWindow::showOnlyPullProblems(bool only)
{
    QLineEdit &filter = m_top->filter();
    if (models::PodQuery::hasWord(filter.text(), models::PodQuery::PullProblem) != only)
        filter.setText(models::PodQuery::withWord(filter.text(), models::PodQuery::PullProblem, only));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_editor->mayClose()) {
        event->ignore();
        return;
    }
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveLayout()
{
    m_settings.setGeometry(saveGeometry());
    m_settings.setLayout(m_pages->currentWidget() == m_table ? saveState() : m_hiddenLayout);
    m_settings.setColumns(u"pods"_s, m_table->columns());
}

}  // namespace windows
