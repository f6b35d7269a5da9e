// SPDX-License-Identifier: Apache-2.0
// What the main window does when the user asks for it: actions, and writes to the cluster.
#include "net/request.h"
#include "style/theme.h"
#include "views/commandpalette.h"
#include "views/decisionview.h"
#include "views/editor/editorpanel.h"
#include "views/files/filedrop.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermenu.h"
#include "views/helpsheet.h"
#include "views/kinds/kindview.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/desks/kindwatch.h"
#include "windows/desks/logwatch.h"
#include "windows/docks.h"
#include "windows/inspection.h"
#include "windows/mainwindow.h"
#include "windows/switcher.h"
#include "windows/topbar.h"
#include "windows/work/editorwork.h"
#include "windows/work/podwork.h"

#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

void MainWindow::wireActions()
{
    connect(m_work, &PodWork::done, this, &MainWindow::changed);
    connect(new views::FileDrop(this), &views::FileDrop::dropped, m_editor,
            [this](const QStringList &paths) { m_editor->openFiles(paths); });
    connect(m_editor, &views::EditorPanel::filesOpened, this, [this] { m_docks->raise(Docks::View::Editor); });
    connect(m_editing, &EditorWork::done, this, &MainWindow::changed);
    connect(m_actions->palette, &QAction::triggered, this, [this] {
        (new views::CommandPalette(m_actions->all() + m_docks->actions() + m_switcher->actions(), this))->open();
    });
    connect(m_actions->filter, &QAction::triggered, this, [this] {
        m_top->filter().setFocus(Qt::ShortcutFocusReason);
        m_top->filter().selectAll();
    });
    for (QAction *view : m_actions->quickViews())
        connect(view, &QAction::toggled, this, [this, view](bool on) { setFilterWord(view->data().toString(), on); });
    connect(m_actions->namespaces, &QAction::triggered, m_top, [this] {
        if (m_desks->current())
            m_top->askNamespace();
    });
    connect(m_actions->columns, &QAction::triggered, this, [this] {
        if (Desk *desk = m_desks->current())
            desk->pods().chooseColumns();
    });
    connect(m_actions->filters, &QAction::triggered, this, [this] { m_top->filters().showMenu(); });
    connect(m_actions->saveFilter, &QAction::triggered, this, [this] { m_top->filters().save(); });
    connect(m_actions->why, &QAction::triggered, this, &MainWindow::showWhy);
    connect(m_actions->describe, &QAction::triggered, this, [this] {
        Desk *desk = m_desks->current();
        if (desk && desk->kinds().view().isAncestorOf(QApplication::focusWidget()))
            desk->kinds().view().describe->trigger();
        else
            showDescribe();
    });
    connect(m_actions->logs, &QAction::triggered, this, [this] {
        if (Desk *const desk = m_desks->current()) {
            if (const QList<kube::PodRef> pods = desk->pods().selection(); pods.size() > 1)
                desk->logs().choose(pods);
            else
                desk->logs().chooseCurrent();
        }
        m_docks->raise(Docks::View::Logs);
    });
    connect(m_actions->shownLogs, &QAction::triggered, this, [this] {
        if (Desk *const desk = m_desks->current())
            desk->logs().choose(desk->pods().filter().choice());
        m_docks->raise(Docks::View::Logs);
    });
    wireObjects();
    connect(m_actions->edit, &QAction::triggered, this, &MainWindow::edit);
    connect(m_actions->relist, &QAction::triggered, this, [this] {
        if (Desk *desk = m_desks->current())
            desk->retry();
        else
            Q_EMIT retryRequested();
    });
    connect(m_actions->openKubeconfig, &QAction::triggered, this, &MainWindow::chooseKubeconfig);
    connect(m_actions->practice, &QAction::triggered, this, &MainWindow::practiceRequested);
    connect(m_actions->resetLayout, &QAction::triggered, this, [this] {
        restoreState(m_firstLayout);
        m_switcher->renew();
    });
    connect(m_actions->help, &QAction::triggered, this, [this] {
        auto *sheet = new views::HelpSheet(m_actions->all() + m_switcher->moves() + m_docks->actions(), this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->about, &QAction::triggered, this, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Gantry"),
                                    tr("Gantry shows why a container starts, waits or refuses to start, and what its "
                                       "image pull will do.\n\nApache License 2.0"),
                                    QMessageBox::NoButton, this);
        box->setIconPixmap(QIcon(u":/icons/gantry.svg"_s).pixmap(64, 64));
        box->addButton(tr("Close"), QMessageBox::RejectRole);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    for (QAction *action : m_actions->themes->actions())
        action->setChecked(action->data().toInt() == int(m_settings.theme()));
    for (QAction *action : m_actions->languages->actions())
        action->setChecked(action->data().toString() == m_settings.language());
    connect(m_actions->themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT themeChosen(style::Theme(action->data().toInt())); });
    connect(m_actions->languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
}

/** Objects of other kinds than pods, and the ways from a pod to them. */
void MainWindow::wireObjects()
{
    const auto show = [this](const QString &kind, const kube::Key &object) {
        m_docks->raise(Docks::View::Objects);
        if (Desk *desk = m_desks->current())
            desk->kinds().show(kind, {}, object);
    };
    const auto pod = [this] {
        Desk *desk = m_desks->current();
        return desk ? desk->snapshot().pod(desk->inspection().selected()) : kube::PodRef();
    };
    for (QAction *action : std::as_const(m_actions->kinds))
        connect(action, &QAction::triggered, this, [this, show, action] {
            show(action->data().toString(), {});
            m_docks->enlarge(Docks::View::Objects);
        });
    connect(m_docks->dock(Docks::View::Objects), &QDockWidget::visibilityChanged, this, &MainWindow::updateState,
            Qt::QueuedConnection);
    connect(m_actions->pods, &QAction::triggered, this, [this] {
        Desk *desk = m_desks->current();
        if (!desk)
            return;
        m_docks->giveBack();
        if (!desk->kinds().lookedAt().isEmpty())
            m_docks->raise(Docks::View::Timeline);
        desk->pods().setFocus();
    });
    connect(m_actions->anyKind, &QAction::triggered, this, [this] {
        m_docks->raise(Docks::View::Objects);
        if (Desk *desk = m_desks->current()) {
            desk->kinds().view().kinds().setFocus(Qt::ShortcutFocusReason);
            desk->kinds().view().kinds().lineEdit()->selectAll();
        }
    });
    connect(m_actions->node, &QAction::triggered, this, [show, pod] {
        if (const kube::PodRef one = pod(); one && !one->nodeName.isEmpty())
            show(u"Node"_s, {{}, one->nodeName});
    });
    connect(m_actions->owner, &QAction::triggered, this, [show, pod] {
        const kube::PodRef one = pod();
        if (!one || one->family().owners.isEmpty())
            return;
        const auto &owners = one->family().owners;
        const auto at = std::ranges::find_if(owners, &kube::OwnerReference::controller);
        const kube::OwnerReference &owner = at == owners.end() ? owners.constFirst() : *at;
        show(owner.kind, {owner.kind == "Node"_L1 ? QString() : one->meta.key.ns, owner.name});
    });
}

/** The object that is looked at, among the objects or the pods, goes into the editor; without one just the editor. */
void MainWindow::edit()
{
    Desk *desk = m_desks->current();
    const bool isAmongObjects = desk && desk->kinds().view().isAncestorOf(QApplication::focusWidget());
    m_docks->raise(Docks::View::Editor);
    m_editor->setFocus(Qt::ShortcutFocusReason);
    if (!desk)
        return;
    const kube::Key pod = desk->inspection().selected();
    if (isAmongObjects)
        desk->kinds().view().edit->trigger();
    else if (!pod.name.isEmpty())
        m_editing->open(*desk, net::pathOf(u"/api/v1"_s, {u"namespaces"_s, pod.ns, u"pods"_s, pod.name}), pod.name);
}

void MainWindow::chooseKubeconfig()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open Kubeconfig"), QDir::homePath() + u"/.kube"_s, tr("All files (*)"));
    if (!path.isEmpty())
        Q_EMIT kubeconfigChosen(path);
}

}  // namespace windows
