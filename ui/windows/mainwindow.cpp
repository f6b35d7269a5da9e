// SPDX-License-Identifier: Apache-2.0
#include "windows/mainwindow.h"

#include "mirror/cluster.h"
#include "models/query/podquery.h"
#include "report/plaintext.h"
#include "views/decisionview.h"
#include "views/describeview.h"
#include "views/editor/editorpanel.h"
#include "views/eventtable.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermenu.h"
#include "views/kinds/kindview.h"
#include "views/logs/logview.h"
#include "views/statepage.h"
#include "views/table/podtable.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"
#include "views/trail/ownertrail.h"
#include "views/truth/noticestack.h"
#include "views/truth/truthframe.h"
#include "views/welcomepage.h"
#include "windows/actions.h"
#include "windows/desks/kindwatch.h"
#include "windows/desks/logwatch.h"
#include "windows/docks.h"
#include "windows/inspection.h"
#include "windows/kindrail.h"
#include "windows/stateline.h"
#include "windows/switcher.h"
#include "windows/topbar.h"
#include "windows/work/editorwork.h"
#include "windows/work/podwork.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace windows {

using View = Docks::View;

MainWindow::MainWindow(style::Settings &settings, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), m_actions(new Actions(this)),
      m_top(new TopBar(*m_actions, settings, this)), m_notices(new views::NoticeStack(this)),
      m_pages(new QStackedWidget(this)), m_tables(new QStackedWidget(m_pages)), m_nothing(new views::StatePage(this)),
      m_welcome(new views::WelcomePage(this)), m_editor(new views::EditorPanel(this)), m_docks(new Docks(this)),
      m_line(new StateLine(statusBar())), m_desks(new Desks(this))
{
    m_switcher = new Switcher(*m_desks, this);
    m_work = new PodWork(*m_actions, *m_desks, settings, *m_editor, this);
    m_editing = new EditorWork(*m_desks, *m_work, *m_editor, this);
    setWindowTitle(u"Gantry"_s);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    addToolBar(Qt::TopToolBarArea, m_switcher);
    addToolBarBreak(Qt::TopToolBarArea);
    addToolBar(Qt::TopToolBarArea, m_top);
    addToolBar(Qt::LeftToolBarArea, new KindRail(*m_actions, this));
    makeStages();
    makeDocks();
    makeMenus();
    wireDesks();
    wireTop();
    wireTimeline();
    wireActions();

    resize(1440, 900);
    m_firstLayout = m_hiddenLayout = saveState();
    restoreGeometry(m_settings.geometry());
    if (const QByteArray layout = m_settings.layout(); restoreState(layout))
        m_hiddenLayout = layout;
    showDesk(nullptr);
    m_second.start(1000, this);
}

MainWindow::~MainWindow()
{
    // Desks tell of their end; nobody listens any more.
    m_desks->disconnect(this);
    m_desks->disconnect(m_switcher);
    delete m_desks;
}

void MainWindow::makeStages()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_pages, 1);
    m_nothing->setTexts(style::Tone::Unknown, tr("No context is open"), {},
                        tr("Choose one above, or press Ctrl+K and type its name."));
    m_nothing->setActions(tr("Open a Kubeconfig…"), tr("Start the Practice Cluster"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_tables, m_nothing, m_welcome})
        m_pages->addWidget(page);
    setCentralWidget(centre);
    for (const View view : {View::Timeline, View::Events, View::Why, View::Describe, View::Images, View::Registries,
                            View::Logs, View::Objects})
        m_stages.insert(int(view), new QStackedWidget(this));
}

void MainWindow::takeViews(Desk *desk)
{
    m_tables->addWidget(&desk->pods());
    m_stages.value(int(View::Timeline))->addWidget(&desk->timeline());
    m_stages.value(int(View::Events))->addWidget(&desk->events());
    m_stages.value(int(View::Why))->addWidget(&desk->why());
    m_stages.value(int(View::Describe))->addWidget(&desk->description());
    m_stages.value(int(View::Images))->addWidget(&desk->images());
    m_stages.value(int(View::Registries))->addWidget(&desk->registries());
    m_stages.value(int(View::Logs))->addWidget(&desk->logs().view());
    desk->logs().setLooked(m_docks->dock(View::Logs)->isVisible());
    connect(m_docks->dock(View::Logs), &QDockWidget::visibilityChanged, &desk->logs(), &LogWatch::setLooked);
    m_stages.value(int(View::Objects))->addWidget(&desk->kinds().view());
    desk->kinds().setLooked(m_docks->dock(View::Objects)->isVisible());
    connect(m_docks->dock(View::Objects), &QDockWidget::visibilityChanged, &desk->kinds(), &KindWatch::setLooked);
    connect(&desk->kinds(), &KindWatch::deleteRequested, this,
            [this, desk](const command::Document &object) { m_editing->remove(*desk, {object}, false); });
    connect(&desk->kinds(), &KindWatch::editRequested, this, [this, desk](const QString &path, const QString &name) {
        m_docks->raise(View::Editor);
        m_editing->open(*desk, path, name);
    });
    for (const views::OwnerTrail *trail : {&desk->why().trail(), &desk->description().trail()})
        connect(trail, &views::OwnerTrail::chosen, this, [this, desk](const QString &kind, const QString &name) {
            m_docks->raise(View::Objects);
            const QString ns = kind == "Node"_L1 ? QString() : desk->inspection().selected().ns;
            desk->kinds().show(kind, {}, {ns, name});
        });
    desk->timeline().addButtons(
        {m_actions->alignTimeline, m_actions->fitTimeline, m_actions->followTimeline, m_actions->exportTimeline});
    desk->pods().setColumns(m_settings.columns(u"pods"_s));
    connect(&desk->pods(), &views::PodTable::columnsChanged, this, [this, desk] {
        const QByteArray columns = desk->pods().columns();
        m_settings.setColumns(u"pods"_s, columns);
        for (Desk *other : m_desks->all())
            if (other != desk)
                other->pods().setColumns(columns);
    });
    desk->inspection().setDescribing(m_docks->dock(View::Describe)->isVisible());
    connect(m_docks->dock(View::Describe), &QDockWidget::visibilityChanged, &desk->inspection(),
            &Inspection::setDescribing);
    connect(desk, &Desk::namespacesChosen, this, [this, desk](const QStringList &namespaces) {
        m_settings.setLastNamespaces(desk->place().context, namespaces);
    });
    connect(desk, &Desk::namespaceWanted, m_top, &TopBar::askNamespace);
    connect(desk, &Desk::connectRequested, this, [this, desk] { Q_EMIT connectRequested(desk->place()); });
    connect(desk, &Desk::whyRequested, this, &MainWindow::showWhy);
    connect(desk, &Desk::manifestRequested, this, [this] { m_docks->raise(View::Editor); });
    connect(&desk->pods(), &views::PodTable::selectionChanged, this, &MainWindow::updateState);
    m_work->take(*desk);
}

void MainWindow::wireDesks()
{
    connect(m_desks, &Desks::opened, this, &MainWindow::takeViews);
    connect(m_desks, &Desks::shown, this, &MainWindow::showDesk);
    connect(m_desks, &Desks::changed, this, [this](const Desk *desk) {
        if (desk && desk == m_desks->current())
            updateState();
        Q_EMIT changed();
    });
    connect(m_switcher, &Switcher::contextChosen, this, &MainWindow::contextChosen);
}

/** All views of one context at once: they are there already, so that one paint shows them. */
void MainWindow::showDesk(Desk *desk)
{
    setUpdatesEnabled(false);
    if (desk) {
        m_tables->setCurrentWidget(&desk->pods());
        const std::pair<View, QWidget *> views[] = {
            {View::Timeline, &desk->timeline()}, {View::Events, &desk->events()},
            {View::Why, &desk->why()},           {View::Describe, &desk->description()},
            {View::Images, &desk->images()},     {View::Registries, &desk->registries()},
            {View::Logs, &desk->logs().view()},  {View::Objects, &desk->kinds().view()}};
        for (const auto &[view, widget] : views) {
            QStackedWidget *stage = m_stages.value(int(view));
            stage->setCurrentWidget(widget);
            stage->setFocusProxy(widget);
        }
        m_actions->alignTimeline->setChecked(desk->timeline().view().rows().isAligned());
    }
    showPage(desk ? Page::Desk : Page::Nothing);
    updateState();
    setUpdatesEnabled(true);
}

void MainWindow::wireTop()
{
    connect(m_top, &TopBar::contextsWanted, m_switcher, &Switcher::fill);
    connect(m_top, &TopBar::namespacesChosen, this, [this](const QStringList &namespaces) {
        if (Desk *desk = m_desks->current())
            desk->watch(namespaces);
    });
    const auto filter = [this](const QString &text) {
        if (Desk *desk = m_desks->current())
            desk->setFilter(text);
    };
    connect(&m_top->filter(), &QLineEdit::textChanged, this, filter);
    connect(&m_top->filters(), &views::FilterMenu::filterChosen, this, filter);
    m_top->filter().setChoices([this](const QString &text, qsizetype cursor) {
        const Desk *desk = m_desks->current();
        return desk ? models::queryChoices(text, cursor, desk->podModel()) : models::QueryChoices();
    });
    connect(m_nothing, &views::StatePage::firstChosen, this, &MainWindow::chooseKubeconfig);
    connect(m_nothing, &views::StatePage::secondChosen, this, &MainWindow::practiceRequested);
    connect(m_welcome, &views::WelcomePage::practiceRequested, this, &MainWindow::practiceRequested);
    connect(m_welcome, &views::WelcomePage::openRequested, this, &MainWindow::chooseKubeconfig);
    connect(m_welcome, &views::WelcomePage::retryRequested, this, &MainWindow::retryRequested);
    connect(m_notices, &views::NoticeStack::chosen, this, [this](style::Act act, qsizetype at) {
        const style::Notice notice = m_notices->notices().value(at);
        if (act == style::Act::Review)
            Q_EMIT reviewRequested(notice);
        m_dismissed.append(notice);
        showNotices();
    });
}

void MainWindow::wireTimeline()
{
    const auto timeline = [this] { return &m_desks->current()->timeline().view(); };
    connect(m_actions->alignTimeline, &QAction::toggled, this, [this, timeline](bool on) {
        if (m_desks->current() && timeline()->rows().isAligned() != on)
            timeline()->setAligned(on);
    });
    connect(m_actions->fitTimeline, &QAction::triggered, this, [this, timeline] {
        if (m_desks->current())
            timeline()->fit();
    });
    connect(m_actions->followTimeline, &QAction::triggered, this, [this, timeline] {
        if (m_desks->current())
            timeline()->jumpToNow();
    });
    connect(m_actions->exportTimeline, &QAction::triggered, this, [this] {
        if (m_desks->current())
            m_desks->current()->timeline().exportPicture();
    });
}

void MainWindow::setContexts(const QList<Place> &contexts)
{
    m_switcher->setContexts(contexts);
}

void MainWindow::setNotices(const QList<style::Notice> &notices)
{
    m_told = notices;
    m_dismissed.removeIf([&notices](const style::Notice &notice) { return !notices.contains(notice); });
    showNotices();
}

void MainWindow::showNotices()
{
    QList<style::Notice> left = m_told;
    left.removeIf([this](const style::Notice &notice) { return m_dismissed.contains(notice); });
    m_notices->setNotices(left);
}

void MainWindow::showWelcome(const QList<kube::Error> &problems)
{
    m_desks->show(nullptr);
    m_welcome->setProblems(problems);
    showPage(Page::Welcome);
}

void MainWindow::showNothing()
{
    m_desks->show(nullptr);
    showDesk(nullptr);
}

void MainWindow::showPage(Page page)
{
    const bool wasDesk = m_page == Page::Desk;
    m_page = page;
    m_pages->setCurrentIndex(int(page));
    if (wasDesk != (page == Page::Desk)) {
        if (wasDesk && isVisible())  // before that no sizes are known
            m_hiddenLayout = saveState();
        m_docks->setShown(!wasDesk);
        statusBar()->setVisible(!wasDesk);
        if (!wasDesk)
            restoreState(m_hiddenLayout);
    }
    findChild<KindRail *>()->setVisible(page == Page::Desk);
    m_top->setVisible(page != Page::Welcome);
    m_switcher->renew();
}

void MainWindow::updateState()
{
    Desk *desk = m_desks->current();
    m_top->show(desk);
    m_line->show(desk);
    m_work->show(desk);
    findChild<KindRail *>()->setCurrent(desk ? desk->kinds().lookedAt() : QString());
    for (QAction *view : m_actions->quickViews())
        view->setChecked(desk && models::PodQuery::hasWord(desk->filter(), view->data().toString()));
    setWindowTitle(desk ? tr("%1 – Gantry").arg(report::visibleLine(desk->place().context)) : u"Gantry"_s);
}

void MainWindow::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_second.timerId()) {
        QMainWindow::timerEvent(event);
        return;
    }
    if (Desk *desk = m_desks->current(); desk && isVisible()) {
        desk->tick();
        m_line->show(desk);
    }
}

void MainWindow::showWhy()
{
    m_docks->raise(View::Why);
}

void MainWindow::showDescribe()
{
    m_docks->raise(View::Describe);
}

void MainWindow::setFilterWord(const QString &word, bool in)
{
    Desk *desk = m_desks->current();
    if (desk && models::PodQuery::hasWord(desk->filter(), word) != in)
        desk->setFilter(models::PodQuery::withWord(desk->filter(), word, in));
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
    m_docks->giveBack();
    m_settings.setGeometry(saveGeometry());
    m_settings.setLayout(m_page == Page::Desk ? saveState() : m_hiddenLayout);
    if (m_desks->current())
        m_settings.setColumns(u"pods"_s, m_desks->current()->pods().columns());
}

}  // namespace windows
