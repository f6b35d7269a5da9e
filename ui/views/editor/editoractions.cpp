// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editoractions.h"

#include "models/plaintext.h"
#include "style/theme.h"

#include <QWidget>

using namespace Qt::StringLiterals;

// Resources of a static library are there only when asked for.
static void loadTemplates()
{
    Q_INIT_RESOURCE(templates);
}

namespace views {

EditorActions::EditorActions(QWidget *panel)
    : QObject(panel), templates(std::make_unique<QMenu>()), more(std::make_unique<QMenu>()), m_panel(panel)
{
    loadTemplates();
    fresh = make(tr("New"), tr("New manifest, empty or from a template"), {});
    open = make(tr("Open…"), tr("Open one or several manifest files"), {QKeySequence::Open});
    openFolder = make(tr("Open Folder…"), tr("Open all *.yaml, *.yml and *.json of a folder, as kubectl apply -f does"),
                      {QKeySequence(u"Ctrl+Shift+O"_s)});
    openFolders = make(tr("Open Folder with Sub-folders…"), tr("The same with all folders in it, as kubectl's -R"), {});
    saveAll = make(tr("Save All"), tr("Save every file that was changed"), {});
    nextFile = make(tr("Next File"), tr("Show the next of the open files"), {QKeySequence(u"Ctrl+PgDown"_s)});
    previousFile = make(tr("Previous File"), tr("Show the open file before"), {QKeySequence(u"Ctrl+PgUp"_s)});
    closeFile = make(tr("Close File"), tr("Take this file away from the open ones"), {});
    onlyThis =
        make(tr("Only This File"), tr("Create, apply, replace and delete only what is in the file that is shown"), {});
    onlyThis->setCheckable(true);
    save = make(tr("Save"), tr("Save the manifest"), {QKeySequence::Save});
    saveAs = make(tr("Save As…"), tr("Save the manifest under another name"), {QKeySequence(u"Ctrl+Shift+S"_s)});
    comment = make(tr("Toggle Comment"), tr("Comment the selected lines, or take the comment away"),
                   {QKeySequence(u"Ctrl+/"_s)});
    find = make(tr("Find…"), tr("Find in the text"), {QKeySequence::Find});
    replace = make(tr("Replace…"), tr("Find and replace in the text"), {QKeySequence(u"Ctrl+H"_s)});
    findNext = make(tr("Find Next"), tr("Go to the next match"), {QKeySequence(u"F3"_s)});
    findPrevious = make(tr("Find Previous"), tr("Go to the match before"), {QKeySequence(u"Shift+F3"_s)});
    goToLine = make(tr("Go to Line…"), tr("Go to a line by its number"), {QKeySequence(u"Ctrl+G"_s)});
    compare = make(tr("Compare with File…"), tr("What differs between the text and its file"), {});
    fold = make(tr("Fold"), tr("Hide the block that the cursor is in"), {QKeySequence(u"Ctrl+Shift+["_s)});
    unfold = make(tr("Unfold"), tr("Show what is hidden in this line"), {QKeySequence(u"Ctrl+Shift+]"_s)});
    foldAll = make(tr("Fold All"), tr("Hide all inner lines"), {});
    unfoldAll = make(tr("Unfold All"), tr("Show all lines"), {});
    create = make(tr("Create"), tr("Create every object of this manifest"), {QKeySequence(u"Ctrl+Shift+Return"_s)});
    apply = make(tr("Apply"), tr("Create or change every object of this manifest"),
                 {QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)});
    replaceLive =
        make(tr("Replace in the Cluster"),
             tr("Put every object of this manifest in the place of the one in the cluster, if that is still as "
                "it was read"),
             {QKeySequence(u"Ctrl+Alt+Return"_s)});
    remove = make(tr("Delete…"), tr("Delete every object of this manifest"), {});

    addTemplate({}, tr("Empty"));
    templates->addSeparator();
    addTemplate(u"pod.yaml"_s, tr("Pod"));
    addTemplate(u"deployment.yaml"_s, tr("Deployment"));
    templates->addSection(tr("Pull policy stories"));
    addTemplate(u"story-1.yaml"_s, tr("1  latest, no policy"));
    addTemplate(u"story-2.yaml"_s, tr("2  version tag, no policy"));
    addTemplate(u"story-3.yaml"_s, tr("3  version tag, Always"));
    addTemplate(u"story-4.yaml"_s, tr("4  version tag, IfNotPresent"));
    addTemplate(u"story-5.yaml"_s, tr("5  version tag, Never"));
    fresh->setMenu(templates.get());
    more->addActions({saveAll, nextFile, previousFile, closeFile, onlyThis});
    more->addSeparator();
    more->addActions({find, replace, findNext, findPrevious, goToLine, compare});
    more->addSeparator();
    more->addActions({fold, unfold, foldAll, unfoldAll});
    more->addSeparator();
    more->addAction(comment);
    setSeveral(false);
    paintIcons();
}

void EditorActions::setSeveral(bool isSeveral)
{
    if (!isSeveral)
        onlyThis->setChecked(false);
    for (QAction *action : {saveAll, nextFile, previousFile, closeFile, onlyThis}) {
        action->setVisible(isSeveral);
        action->setEnabled(isSeveral);
    }
}

EditorActions::~EditorActions() = default;

QAction *EditorActions::make(const QString &text, const QString &tip, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, m_panel);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(keys.isEmpty() ? tip
                                      : u"%1 (%2)"_s.arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    action->setStatusTip(tip);
    m_panel->addAction(action);
    return action;
}

void EditorActions::addTemplate(const QString &file, const QString &text)
{
    const QAction *action = templates->addAction(text);
    connect(action, &QAction::triggered, this, [this, file] { Q_EMIT templateChosen(file); });
}

void EditorActions::offerDrafts(const QList<Choice> &drafts)
{
    qDeleteAll(m_drafts);
    m_drafts.clear();
    if (!drafts.isEmpty())
        m_drafts.append(templates->addSection(tr("Not saved, from before")));
    for (const Choice &draft : drafts) {
        QAction *action = templates->addAction(models::actionText(draft.words));
        connect(action, &QAction::triggered, this, [this, id = draft.id] { Q_EMIT draftChosen(id); });
        m_drafts.append(action);
    }
}

void EditorActions::paintIcons()
{
    const auto paint = [this](QAction *action, const QString &name) {
        action->setIcon(style::icon(name, m_panel->palette()));
    };
    paint(fresh, u"new"_s);
    paint(open, u"open"_s);
    paint(save, u"save"_s);
    paint(saveAs, u"saveas"_s);
    paint(create, u"create"_s);
    paint(apply, u"apply"_s);
    paint(remove, u"delete"_s);
}

}  // namespace views
