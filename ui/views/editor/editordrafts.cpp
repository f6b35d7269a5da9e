// SPDX-License-Identifier: Apache-2.0
// EditorPanel: what was not saved, and comes back; which files were open.
#include "report/plaintext.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorpanel.h"
#include "views/editor/sheets/ondisk.h"
#include "views/editor/yamleditor.h"
#include "views/files/recentfiles.h"

#include <QLocale>
#include <QMenu>

namespace views {

void EditorPanel::keepDrafts(const QString &folder)
{
    m_drafts = folder;
    m_sheets->keepDrafts(folder);
    connect(m_sheets, &Sheets::notKept, this, [this](const kube::Error &error) {
        notice(tr("What you write is not kept until you save it: %1 (%2)").arg(error.message, error.where));
    });
    connect(m_actions->templates.get(), &QMenu::aboutToShow, this, [this] {
        QList<EditorActions::Choice> choices;
        for (const Draft &draft : Drafts(m_drafts).left())
            choices.append(
                {draft.id, tr("%1, %2").arg(report::visibleLine(draft.name),
                                            QLocale().toString(draft.kept.toLocalTime(), QLocale::ShortFormat))});
        m_actions->offerDrafts(choices);
    });
    connect(m_actions, &EditorActions::draftChosen, this, [this](const QString &draft) {
        if (mayClose())
            restore(draft);
    });
    if (const QList<Draft> left = Drafts(folder).left(); !left.isEmpty() && m_editor->document()->isEmpty())
        restore(left.constFirst().id);
}

void EditorPanel::keepRecent(style::Settings &settings)
{
    auto *recent = new RecentFiles(settings, this);
    m_actions->more->insertMenu(m_actions->more->actions().value(0), recent);
    m_actions->more->insertSeparator(m_actions->more->actions().value(1));
    connect(recent, &RecentFiles::chosen, this, &EditorPanel::openFile);
    connect(this, &EditorPanel::titleChanged, recent, [this, recent] { recent->add(m_sheets->current().file.path()); });
}

void EditorPanel::restore(const QString &id)
{
    for (const Draft &draft : Drafts(m_drafts).left()) {
        if (draft.id != id)
            continue;
        auto *sheet = new Sheet(draft.name, draft.text, nullptr);
        if (!draft.path.isEmpty())
            (void)sheet->file.open(draft.path);  // where it is gone, the draft is all there is
        put({sheet});
        (void)sheet->adopt(id);  // if another was faster, both have it
        QString words =
            tr("Gantry ended before %1 was saved; this is what was written.").arg(report::visibleLine(draft.name));
        if (draft.isWithout)
            words += u' ' + tr("The values of Secrets are not kept in drafts.");
        notice(words, tr("Discard"), [this] {
            m_sheets->current().setModified(false);
            if (m_sheets->current().file.path().isEmpty())
                openText(tr("untitled.yaml"), {});
            else
                m_disk->reload();
        });
        return;
    }
}

}  // namespace views
