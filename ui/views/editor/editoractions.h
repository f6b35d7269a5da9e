// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QMenu>

#include <memory>

namespace views {

/** The editor's commands: names, shortcuts and pictures; EditorPanel says what they do. */
class EditorActions : public QObject {
    Q_OBJECT

public:
    explicit EditorActions(QWidget *panel);
    ~EditorActions() override;

    /** An entry of a menu: what it stands for, and its words. */
    struct Choice {
        QString id;
        QString words;
    };
    /** The drafts that the menu of new texts offers; replaces those before. */
    void offerDrafts(const QList<Choice> &drafts);

    /** Pictures in the panel's present colours. */
    void paintIcons();

    /** What is of use only with several files is offered or not. */
    void setSeveral(bool isSeveral);

    QAction *fresh, *open, *openFolder, *openFolders, *save, *saveAll, *saveAs, *comment;
    QAction *nextFile, *previousFile, *closeFile;
    QAction *onlyThis;  ///< checked: of several files only the one that is shown is sent
    QAction *find, *replace, *findNext, *findPrevious, *goToLine, *compare;
    QAction *fold, *unfold, *foldAll, *unfoldAll;
    QAction *create, *apply, *replaceLive, *remove;
    std::unique_ptr<QMenu> templates;
    std::unique_ptr<QMenu> more;  ///< what has no button of its own

Q_SIGNALS:
    /** A template was chosen: its file in resources, empty for an empty text. */
    void templateChosen(const QString &file);
    void draftChosen(const QString &id);

private:
    QAction *make(const QString &text, const QString &tip, const QList<QKeySequence> &keys);
    void addTemplate(const QString &file, const QString &text);

    QWidget *m_panel;
    QList<QAction *> m_drafts;
};

}  // namespace views
