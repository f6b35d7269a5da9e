// SPDX-License-Identifier: Apache-2.0
#include "windows/work/podwork.h"

#include "mirror/cluster.h"
#include "report/plaintext.h"
#include "style/settings.h"
#include "views/deletion/poddeletion.h"
#include "views/editor/editorpanel.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/desks/desks.h"
#include "windows/work/production.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace windows {

PodWork::PodWork(Actions &actions, Desks &desks, style::Settings &settings, views::EditorPanel &editor, QWidget *window)
    : QObject(window), m_actions(actions), m_desks(desks), m_settings(settings), m_editor(editor), m_window(window)
{
    wire();
}

void PodWork::wire()
{
    const std::pair<QAction *, CopyForm> copies[] = {{m_actions.copyText, CopyForm::Text},
                                                     {m_actions.copyNames, CopyForm::Names},
                                                     {m_actions.copyCsv, CopyForm::Csv},
                                                     {m_actions.copyJson, CopyForm::Json},
                                                     {m_actions.copyYaml, CopyForm::Yaml}};
    for (const auto &[action, form] : copies)
        connect(action, &QAction::triggered, this, [this, wanted = form] { copy(wanted); });
    connect(m_actions.remove, &QAction::triggered, this, &PodWork::remove);
    connect(m_actions.readOnly, &QAction::triggered, this, &PodWork::setReadOnly);
    connect(m_actions.production, &QAction::triggered, this, [this](bool on) {
        if (const Desk *desk = m_desks.current())
            m_settings.setProduction(desk->place().context, on);
    });
    m_actions.flash->setChecked(m_settings.flashes());
    connect(m_actions.flash, &QAction::toggled, this, [this](bool on) {
        m_settings.setFlashes(on);
        for (const Desk *desk : m_desks.all())
            desk->pods().grid().setFlashing(on);
    });
}

void PodWork::take(Desk &desk)
{
    desk.setReadOnly(m_settings.isReadOnly(desk.place().context));
    desk.pods().grid().setFlashing(m_settings.flashes());
    desk.pods().setActions({m_actions.logs, m_actions.shownLogs, m_actions.edit, m_actions.copyText,
                            m_actions.copyNames, m_actions.copyCsv, m_actions.copyJson, m_actions.copyYaml,
                            m_actions.remove});
}

bool PodWork::isProduction(const QString &context) const
{
    return m_settings.isProduction(context).value_or(soundsLikeProduction(context));
}

void PodWork::show(const Desk *desk)
{
    const bool isSome = desk && desk->pods().hasSelection();
    const bool mayWrite = desk && !desk->isReadOnly();
    for (QAction *action :
         {m_actions.copyText, m_actions.copyNames, m_actions.copyCsv, m_actions.copyJson, m_actions.copyYaml})
        action->setEnabled(isSome);
    m_actions.remove->setEnabled(isSome && mayWrite);
    m_actions.shownLogs->setEnabled(desk != nullptr);
    m_actions.readOnly->setEnabled(desk != nullptr);
    m_actions.readOnly->setChecked(desk && desk->isReadOnly());
    m_actions.production->setEnabled(desk != nullptr);
    m_actions.production->setChecked(desk && isProduction(desk->place().context));
    const QString reason =
        desk && !mayWrite ? tr("%1 is read-only").arg(report::visibleLine(desk->place().context)) : QString();
    for (QAction *action : {m_actions.remove, m_editor.createAction(), m_editor.applyAction(), m_editor.replaceAction(),
                            m_editor.deleteAction()}) {
        if (!action->property("tip").isValid())
            action->setProperty("tip", action->toolTip());
        action->setToolTip(reason.isEmpty() ? action->property("tip").toString() : reason);
        if (action != m_actions.remove)
            action->setEnabled(reason.isEmpty());
    }
}

void PodWork::setReadOnly(bool readOnly)
{
    const Desk *shown = m_desks.current();
    if (!shown)
        return;
    const QString context = shown->place().context;
    m_settings.setReadOnly(context, readOnly);
    for (Desk *desk : m_desks.all())
        if (desk->place().context == context)
            desk->setReadOnly(readOnly);
}

void PodWork::copy(CopyForm form)
{
    const Desk *desk = m_desks.current();
    const QList<kube::PodRef> pods = desk ? desk->pods().selection() : QList<kube::PodRef>();
    if (!desk || pods.isEmpty())
        return;
    if (form != CopyForm::Json && form != CopyForm::Yaml) {
        const models::PodModel &model = desk->podModel();
        QGuiApplication::clipboard()->setText(copyOf(pods, form, model.now(), model.version()));
    } else if (desk->cluster()) {
        fetchObjects(desk->cluster()->client(), pods)
            .then(this, [this, form, asked = pods.size()](const QList<kube::Result<QJsonObject>> &objects) {
                put(objects, form, asked);
            });
    }
}

void PodWork::put(const QList<kube::Result<QJsonObject>> &objects, CopyForm form, qsizetype asked)
{
    QList<QJsonObject> whole;
    QStringList problems;
    for (const kube::Result<QJsonObject> &object : objects)
        if (object)
            whole.append(*object);
        else
            problems.append(object.error().message);
    if (!whole.isEmpty())
        QGuiApplication::clipboard()->setText(copyOf(whole, form));
    if (asked > objects.size())
        problems.append(tr("%n pod(s) are beyond what one copy takes", nullptr, int(asked - objects.size())));
    if (problems.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Copy"),
                                report::visible(tr("%1 of %2 pods were copied.").arg(whole.size()).arg(asked) +
                                                u"\n\n"_s + problems.mid(0, 10).join(u'\n')),
                                QMessageBox::Ok, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void PodWork::remove()
{
    Desk *desk = m_desks.current();
    const QList<kube::PodRef> pods = desk ? desk->pods().selection() : QList<kube::PodRef>();
    if (!desk || pods.isEmpty() || !desk->cluster() || desk->isReadOnly())
        return;
    const QString context = desk->place().context;
    auto *dialog = new views::PodDeletion(pods, context, isProduction(context), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &views::PodDeletion::confirmed, this, [this, dialog, asked = QPointer(desk)] {
        if (!asked || !asked->cluster())
            return dialog->showOutcomes({});
        asked->cluster()
            ->client()
            .remove(dialog->documents(), {})
            .then(this, [this, told = QPointer(dialog)](const QList<command::Outcome> &outcomes) {
                if (told)
                    told->showOutcomes(outcomes);
                Q_EMIT done();
            });
    });
    dialog->open();
}

}  // namespace windows
