// SPDX-License-Identifier: Apache-2.0
// The main window's docks and menus: where things are, not what they do.
#include "views/editor/editorpanel.h"
#include "windows/actions.h"
#include "windows/docks.h"
#include "windows/mainwindow.h"
#include "windows/switcher.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace windows {

using View = Docks::View;

void MainWindow::makeDocks()
{
    const auto stage = [this](View view) { return m_stages.value(int(view)); };
    m_docks->add(View::Editor, u"editorDock"_s, tr("YAML"), m_editor);
    m_docks->add(View::Why, u"whyDock"_s, tr("Why"), stage(View::Why));
    m_docks->add(View::Describe, u"describeDock"_s, tr("Describe"), stage(View::Describe));
    m_docks->add(View::Timeline, u"timelineDock"_s, tr("Timeline"), stage(View::Timeline));
    m_docks->add(View::Events, u"eventDock"_s, tr("Events"), stage(View::Events));
    m_docks->add(View::Images, u"imageDock"_s, tr("Images"), stage(View::Images));
    m_docks->add(View::Registries, u"registryDock"_s, tr("Registries"), stage(View::Registries));
    m_docks->add(View::Logs, u"logDock"_s, tr("Logs"), stage(View::Logs));
    m_docks->add(View::Objects, u"objectDock"_s, tr("Objects"), stage(View::Objects));
    m_docks->arrange();
}

void MainWindow::makeMenus()
{
    QMenu *cluster = menuBar()->addMenu(tr("&Cluster"));
    cluster->addAction(m_actions->openKubeconfig);
    cluster->addAction(m_actions->practice);
    QMenu *contexts = cluster->addMenu(tr("&Contexts"));
    connect(contexts, &QMenu::aboutToShow, this, [this, contexts] {
        contexts->clear();
        m_switcher->fill(*contexts);
    });
    cluster->addSeparator();
    cluster->addActions(m_switcher->moves());
    cluster->addSeparator();
    cluster->addActions({m_actions->relist, m_actions->readOnly, m_actions->production});
    cluster->addSeparator();
    cluster->addAction(m_actions->quit);

    QMenu *pod = menuBar()->addMenu(tr("&Pod"));
    pod->addActions({m_actions->namespaces, m_actions->filter});
    pod->addActions(m_actions->quickViews());
    pod->addActions({m_actions->filters, m_actions->saveFilter, m_actions->columns});
    pod->addSeparator();
    pod->addAction(m_actions->why);
    pod->addAction(m_actions->describe);
    pod->addAction(m_actions->logs);
    pod->addAction(m_actions->shownLogs);
    pod->addSeparator();
    pod->addAction(m_actions->owner);
    pod->addAction(m_actions->node);
    pod->addSeparator();
    pod->addActions(
        {m_actions->copyText, m_actions->copyNames, m_actions->copyCsv, m_actions->copyJson, m_actions->copyYaml});
    pod->addSeparator();
    pod->addAction(m_actions->remove);

    QMenu *objects = menuBar()->addMenu(tr("&Objects"));
    objects->addAction(m_actions->pods);
    objects->addActions(m_actions->kinds);
    objects->addSeparator();
    objects->addAction(m_actions->anyKind);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_docks->actions());
    view->addSeparator();
    view->addActions(
        {m_actions->alignTimeline, m_actions->fitTimeline, m_actions->followTimeline, m_actions->exportTimeline});
    view->addSeparator();
    view->addAction(m_actions->flash);
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
