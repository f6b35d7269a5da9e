// SPDX-License-Identifier: Apache-2.0
// EditorPanel: what was not saved, and comes back; which files were open.
#include "report/plaintext.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorpanel.h"
#include "views/editor/sheets/ondisk.h"
#include "views/editor/sheets/restored.h"
#include "views/editor/yamleditor.h"
#include "views/files/recentfiles.h"

#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace views {

void EditorPanel::keepDrafts(const QString &folder)
{
    m_sheets->keepDrafts(folder);
    connect(m_sheets, &Sheets::notKept, this, [this](const kube::Error &error) {
        notice(tr("What you write is not kept until you save it: %1 (%2)").arg(error.message, error.where));
    });
    connect(m_actions->templates.get(), &QMenu::aboutToShow, this, [this] {
        QList<EditorActions::Choice> choices;
        for (const Draft &draft : Drafts(m_sheets->draftFolder()).left())
            choices.append(
                {draft.id, tr("%1, %2").arg(report::visibleLine(draft.name),
                                            QLocale().toString(draft.kept.toLocalTime(), QLocale::ShortFormat))});
        for (const Draft &draft : Drafts(m_sheets->draftFolder()).damaged())
            choices.append({draft.id, tr("Damaged: %1, %2")
                                          .arg(report::visibleLine(draft.name.isEmpty() ? draft.id : draft.name),
                                               QLocale().toString(draft.kept.toLocalTime(), QLocale::ShortFormat))});
        m_actions->offerDrafts(choices);
    });
    connect(m_actions, &EditorActions::draftChosen, this, [this](const QString &draft) {
        if (!mayClose())
            return;
        restore(draft);
        showDamaged(draft);  // it is one or the other
    });
    const QList<Draft> left = Drafts(folder).left();
    if (!left.isEmpty() && m_editor->document()->isEmpty())
        restore(left.constFirst().id);
    else if (const QList<Draft> damaged = Drafts(folder).damaged(); !damaged.isEmpty())
        notice(tr("%n draft(s) of what was not saved are damaged. What can be read of them is under New.", nullptr,
                  int(damaged.size())),
               tr("Show"), [this, id = damaged.constFirst().id] {
                   if (mayClose())
                       showDamaged(id);
               });
}

void EditorPanel::keepRecent(style::Settings &settings)
{
    auto *recent = new RecentFiles(settings, this);
    m_actions->more->insertMenu(m_actions->more->actions().value(0), recent);
    m_actions->more->insertSeparator(m_actions->more->actions().value(1));
    connect(recent, &RecentFiles::chosen, this, &EditorPanel::openFile);
    connect(this, &EditorPanel::titleChanged, recent, [this, recent] { recent->add(m_sheets->current().file.path()); });
}

/** What is left of a draft whose file is damaged; the file stays. */
void EditorPanel::showDamaged(const QString &id)
{
    Drafts drafts(m_sheets->draftFolder());
    for (const Draft &draft : drafts.damaged()) {
        if (draft.id != id)
            continue;
        put({new Sheet(draft.name.isEmpty() ? tr("untitled.yaml") : draft.name, draft.text, nullptr)});
        m_sheets->current().setModified(true);
        notice(tr("This draft is damaged: the text may lack something or be wrong. Its file stays as %1.")
                   .arg(drafts.setAside(id)));
        return;
    }
}

void EditorPanel::restore(const QString &id)
{
    const std::optional<Restored> restored = Restored::of(m_sheets->draftFolder(), id);
    if (!restored)
        return;
    const Draft &draft = restored->draft;
    put(restored->sheets);
    restored->adopt();
    QString words =
        tr("Gantry ended before %1 was saved; this is what was written.").arg(report::visibleLine(draft.name));
    if (draft.isWithout)
        words += u' ' + tr("The values of Secrets are not kept in drafts: they are as they were when it was opened, or "
                           "empty.");
    if (m_sheets->current().isTaken)
        m_disk->tell(words + u' ');
    else
        notice(words, tr("Discard"), [this] {
            m_sheets->current().setModified(false);
            m_sheets->current().file.path().isEmpty() ? void(openText(tr("untitled.yaml"), {})) : m_disk->reload();
        });
    if (!draft.keepsake.isEmpty())
        Q_EMIT resumed(draft.keepsake, draft.base);
}

void EditorPanel::keepOrigin(const QJsonObject &keepsake, const QString &origin)
{
    m_sheets->current().setOrigin(keepsake, origin);
}

}  // namespace views
