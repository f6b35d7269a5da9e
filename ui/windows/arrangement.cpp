// SPDX-License-Identifier: Apache-2.0
// The main window's docks and menus: where things are, not what they do.
#include "views/decisionview.h"
#include "views/describeview.h"
#include "views/editorpanel.h"
#include "views/eventtable.h"
#include "views/timelineview.h"
#include "windows/actions.h"
#include "windows/mainwindow.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace windows {

QDockWidget *MainWindow::makeDock(const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_editorDock = makeDock(u"editorDock"_s, tr("YAML"), m_editor, Qt::LeftDockWidgetArea);
    m_whyDock = makeDock(u"whyDock"_s, tr("Why"), m_decision, Qt::RightDockWidgetArea);
    m_describeDock = makeDock(u"describeDock"_s, tr("Describe"), m_describe, Qt::RightDockWidgetArea);
    m_timelineDock = makeDock(u"timelineDock"_s, tr("Timeline"), m_timeline, Qt::BottomDockWidgetArea);
    m_eventDock = makeDock(u"eventDock"_s, tr("Events"), m_eventTable, Qt::BottomDockWidgetArea);
    arrange();
}

void MainWindow::arrange()
{
    tabifyDockWidget(m_whyDock, m_describeDock);
    splitDockWidget(m_timelineDock, m_eventDock, Qt::Vertical);
    resizeDocks({m_editorDock, m_whyDock}, {360, 380}, Qt::Horizontal);
    resizeDocks({m_timelineDock, m_eventDock}, {230, 200}, Qt::Vertical);
    m_whyDock->raise();
}

void MainWindow::makeMenus()
{
    QMenu *cluster = menuBar()->addMenu(tr("&Cluster"));
    cluster->addAction(m_actions->openKubeconfig);
    cluster->addAction(m_actions->practice);
    cluster->addSeparator();
    cluster->addAction(m_actions->relist);
    cluster->addSeparator();
    cluster->addAction(m_actions->quit);

    QMenu *pod = menuBar()->addMenu(tr("&Pod"));
    pod->addAction(m_actions->filter);
    pod->addSeparator();
    pod->addAction(m_actions->why);
    pod->addAction(m_actions->describe);
    pod->addSeparator();
    pod->addAction(m_actions->remove);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    int number = 1;
    for (QDockWidget *dock : {m_editorDock, m_timelineDock, m_eventDock, m_whyDock, m_describeDock}) {
        QAction *action = dock->toggleViewAction();
        action->setShortcut(QKeySequence(u"Alt+%1"_s.arg(number++)));
        view->addAction(action);
    }
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("&Colours"));
    theme->addActions(m_actions->themes->actions());
    QMenu *language = view->addMenu(tr("&Language"));
    language->addActions(m_actions->languages->actions());
    view->addSeparator();
    view->addAction(m_actions->resetLayout);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_actions->palette);
    help->addAction(m_actions->help);
    help->addAction(m_actions->about);
}

}  // namespace windows
