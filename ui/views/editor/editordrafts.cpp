// SPDX-License-Identifier: Apache-2.0
// What was not saved, and comes back; what others made of the file meanwhile.
#include "report/plaintext.h"
#include "views/compare/mergedialog.h"
#include "views/editor/draftkeeper.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorfile.h"
#include "views/editor/editorpanel.h"
#include "views/editor/yamleditor.h"
#include "views/files/recentfiles.h"

#include <QLocale>
#include <QMenu>

namespace views {

void EditorPanel::keepDrafts(const QString &folder)
{
    delete m_drafts;
    const auto present = [this] {
        Draft draft;
        draft.name = m_name;
        draft.path = m_file->path();
        draft.text = text();
        return draft;
    };
    m_drafts = new DraftKeeper(folder, present, this);
    connect(m_editor, &QPlainTextEdit::textChanged, m_drafts, [this] {
        if (isModified())
            m_drafts->touch();
    });
    connect(m_editor, &QPlainTextEdit::modificationChanged, m_drafts,
            [this](bool isModified) { isModified ? m_drafts->touch() : m_drafts->drop(); });
    connect(m_drafts, &DraftKeeper::notKept, this, [this](const kube::Error &error) {
        notice(tr("What you write is not kept until you save it: %1 (%2)").arg(error.message, error.where));
    });
    connect(m_actions->templates.get(), &QMenu::aboutToShow, m_drafts, [this] {
        QList<EditorActions::Choice> choices;
        for (const Draft &draft : m_drafts->left())
            choices.append(
                {draft.id, tr("%1, %2").arg(report::visibleLine(draft.name),
                                            QLocale().toString(draft.kept.toLocalTime(), QLocale::ShortFormat))});
        m_actions->offerDrafts(choices);
    });
    connect(m_actions, &EditorActions::draftChosen, m_drafts, [this](const QString &draft) {
        if (mayClose())
            restore(draft);
    });
    if (const QList<Draft> left = m_drafts->left(); !left.isEmpty() && m_editor->document()->isEmpty())
        restore(left.constFirst().id);
}

void EditorPanel::keepRecent(style::Settings &settings)
{
    auto *recent = new RecentFiles(settings, this);
    m_actions->more->insertMenu(m_actions->more->actions().value(0), recent);
    m_actions->more->insertSeparator(m_actions->more->actions().value(1));
    connect(recent, &RecentFiles::chosen, this, &EditorPanel::openFile);
    connect(this, &EditorPanel::titleChanged, recent, [this, recent] { recent->add(m_file->path()); });
}

/** An unchanged text is read anew; a changed one is merged, and the user sees how. */
void EditorPanel::tellChangedOnDisk()
{
    if (!isModified()) {
        notice(tr("%1 has changed on disk.").arg(m_name), tr("Reload"), [this] { reload(); });
        return;
    }
    notice(tr("%1 has changed on disk, and here.").arg(m_name), tr("Merge…"), [this] {
        m_file->readLater().then(this, [this, path = m_file->path()](const kube::Result<QString> &disk) {
            if (path != m_file->path())
                return;
            if (!disk) {
                tell(disk.error());
                return;
            }
            auto *dialog = new MergeDialog(m_name, tr("on disk"), {m_file->lastText(), text(), *disk}, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this,
                    [this, dialog, told = *disk] { takeMerged(dialog->result(), told); });
            dialog->open();
        });
    });
}

void EditorPanel::changeText(const QString &text)
{
    QTextCursor all(m_editor->document());
    all.select(QTextCursor::Document);
    all.insertText(text);  // one step of undo
}

/** The text is now one that knows what the file says; if that is not so any more, it is told again. */
void EditorPanel::takeMerged(const QString &merged, const QString &disk)
{
    changeText(merged);
    const auto now = m_file->read(m_file->path());
    if (!now || *now != disk) {
        tellChangedOnDisk();
        return;
    }
    (void)m_file->open(m_file->path());
    m_editor->document()->setModified(merged != disk);
    notice({});
}

void EditorPanel::restore(const QString &id)
{
    for (const Draft &draft : m_drafts->left()) {
        if (draft.id != id)
            continue;
        m_file->forget();
        if (!draft.path.isEmpty())
            (void)m_file->open(draft.path);  // where it is gone, the draft is all there is
        put(draft.name, draft.text);
        (void)m_drafts->adopt(id);  // after the text, which ends the draft before; if another was faster, both have it
        m_editor->document()->setModified(true);
        QString words =
            tr("Gantry ended before %1 was saved; this is what was written.").arg(report::visibleLine(draft.name));
        if (draft.isWithout)
            words += u' ' + tr("The values of Secrets are not kept in drafts.");
        notice(words, tr("Discard"), [this] {
            const QString path = m_file->path();
            m_editor->document()->setModified(false);
            if (path.isEmpty())
                openText(tr("untitled.yaml"), {});
            else
                openFile(path);
        });
        return;
    }
}

}  // namespace views
