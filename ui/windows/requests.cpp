// SPDX-License-Identifier: Apache-2.0
// What the main window does when the user asks for it: actions, and writes to the cluster.
#include "mirror/cluster.h"
#include "report/plaintext.h"
#include "style/theme.h"
#include "views/commandpalette.h"
#include "views/decisionview.h"
#include "views/deletedialog.h"
#include "views/editor/editorpanel.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermenu.h"
#include "views/helpsheet.h"
#include "views/kinds/kindview.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/desks/kindwatch.h"
#include "windows/docks.h"
#include "windows/inspection.h"
#include "windows/mainwindow.h"
#include "windows/switcher.h"
#include "windows/topbar.h"
#include "windows/work/podwork.h"

#include <QActionGroup>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

void warn(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, report::visible(text), QMessageBox::Ok, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

/** Where a document goes that names no namespace. */
QString namespaceOf(const Desk &desk)
{
    return desk.cluster()->connection().defaultNamespace;
}

struct Target {
    QString kind;
    QString name;
    QString ns;
};

Target targetOf(const command::Document &document)
{
    const QJsonObject object = QJsonDocument::fromJson(document.json).object();
    const QJsonObject meta = object.value("metadata"_L1).toObject();
    return {object.value("kind"_L1).toString(), meta.value("name"_L1).toString(),
            meta.value("namespace"_L1).toString()};
}

}  // namespace

void MainWindow::wireActions()
{
    connect(m_work, &PodWork::done, this, &MainWindow::changed);
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
    connect(m_actions->describe, &QAction::triggered, this, &MainWindow::showDescribe);
    connect(m_actions->logs, &QAction::triggered, this, [this] { m_docks->raise(Docks::View::Logs); });
    wireObjects();
    connect(m_actions->edit, &QAction::triggered, this, [this] { m_docks->raise(Docks::View::Editor); });
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
        connect(action, &QAction::triggered, this, [show, action] { show(action->data().toString(), {}); });
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

void MainWindow::wireEditor()
{
    connect(m_editor, &views::EditorPanel::createRequested, this, [this](const QList<command::Document> &documents) {
        Desk *desk = m_desks->current();
        if (desk && desk->cluster())
            perform(*desk, desk->cluster()->client().create(documents, namespaceOf(*desk)));
    });
    connect(m_editor, &views::EditorPanel::applyRequested, this, [this](const QList<command::Document> &documents) {
        Desk *desk = m_desks->current();
        if (desk && desk->cluster())
            perform(*desk, desk->cluster()->client().apply(documents, namespaceOf(*desk), false));
    });
    connect(m_editor, &views::EditorPanel::deleteRequested, this, [this](const QList<command::Document> &documents) {
        if (Desk *desk = m_desks->current())
            confirmDelete(*desk, documents, true);
    });
}

/** The answer belongs to the context that was asked, whatever is shown when it comes. */
void MainWindow::perform(Desk &desk, QFuture<QList<command::Outcome>> answer)
{
    answer.then(this, [this, asked = QPointer(&desk)](const QList<command::Outcome> &outcomes) {
        m_editor->showOutcomes(outcomes);
        for (const command::Outcome &outcome : outcomes)
            if (asked && !outcome.error && outcome.kind == "Pod"_L1)
                asked->select(outcome.key);
        Q_EMIT changed();
    });
}

void MainWindow::confirmDelete(Desk &desk, const QList<command::Document> &documents, bool fromEditor)
{
    if (!desk.cluster() || documents.isEmpty())
        return;
    QStringList lines;
    QStringList whole;
    for (const command::Document &document : documents) {
        const Target target = targetOf(document);
        const QString ns = target.ns.isEmpty() ? namespaceOf(desk) : target.ns;
        const QString name = report::spelled(u"%1/%2"_s.arg(target.kind.toLower(), target.name));
        if (target.kind == "Namespace"_L1)
            whole.append(report::spelled(target.name));
        const bool hasNone = target.ns.isEmpty() && !fromEditor;  // a listed object names the one it is in
        lines.append(hasNone || target.kind == "Namespace"_L1 || target.kind == "Node"_L1
                         ? name
                         : tr("%1 in namespace %2").arg(name, report::spelled(ns)));
    }
    const QString consequence =
        whole.isEmpty() ? QString()
                        : tr("With a namespace, everything in it is deleted too: %1.").arg(whole.join(u", "_s));
    auto *dialog = new views::DeleteDialog(lines, consequence, desk.place().context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, asked = QPointer(&desk), documents, fromEditor] {
        if (asked)
            remove(*asked, documents, fromEditor);
    });
    dialog->open();
}

void MainWindow::remove(Desk &desk, const QList<command::Document> &documents, bool fromEditor)
{
    if (!desk.cluster())
        return;
    desk.cluster()
        ->client()
        .remove(documents, namespaceOf(desk))
        .then(this, [this, fromEditor](const QList<command::Outcome> &outcomes) {
            if (fromEditor)
                m_editor->showOutcomes(outcomes);
            for (const command::Outcome &outcome : outcomes)
                if (!fromEditor && outcome.error)
                    warn(this, tr("Delete"), outcome.error->message);
            Q_EMIT changed();
        });
}

void MainWindow::chooseKubeconfig()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open Kubeconfig"), QDir::homePath() + u"/.kube"_s, tr("All files (*)"));
    if (!path.isEmpty())
        Q_EMIT kubeconfigChosen(path);
}

}  // namespace windows
