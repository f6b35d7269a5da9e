// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "manifest/documents.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QToolButton;
namespace style {
class Settings;
}
namespace views {

class DraftKeeper;
class EditorActions;
class EditorAssist;
class EditorFile;
class FindBar;
class NoticeBar;
class OutcomeList;
class OutlineBox;
class YamlEditor;

/**
 * The place where manifests are written, and sent from. Checks the text while it is written; asks before anything
 * unsaved would be lost; sends nothing while the text has an error.
 */
class EditorPanel : public QWidget {
    Q_OBJECT

public:
    explicit EditorPanel(QWidget *parent = nullptr);
    ~EditorPanel() override;

    [[nodiscard]] QAction *createAction() const;
    [[nodiscard]] QAction *applyAction() const;
    [[nodiscard]] QAction *replaceAction() const;
    [[nodiscard]] QAction *deleteAction() const;
    [[nodiscard]] YamlEditor &editor() { return *m_editor; }
    [[nodiscard]] EditorAssist &assist() { return *m_assist; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString name() const { return m_name; }  ///< the file's, or the one the text was given
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] bool mayClose();  ///< false if the user wants to keep unsaved changes after having been asked
    /** From now on unsaved text is kept in this folder; what was left there by a crash is shown, if nothing else is. */
    void keepDrafts(const QString &folder);
    void keepRecent(style::Settings &settings);  ///< which files were opened last; `settings` outlives this

public Q_SLOTS:
    bool openText(const QString &name, const QString &text);  ///< false if the user keeps what is there
    bool openFile(const QString &path);                       ///< or says why not; then everything stays as it was
    bool save();  ///< false if nothing was written; asks for a name where there is none
    bool saveAs();
    /** Puts a text in the place of the present one, as a change of the user's that can be undone. */
    void changeText(const QString &text);
    /** What became of the documents sent last, by their index. */
    void showOutcomes(const QList<command::Outcome> &outcomes);

Q_SIGNALS:
    void createRequested(const QList<command::Document> &documents);
    void applyRequested(const QList<command::Document> &documents);
    void replaceRequested(const QList<command::Document> &documents);
    void deleteRequested(const QList<command::Document> &documents);
    void opened();        ///< another text stands in the place of the one before
    void titleChanged();  ///< the name or the unsaved mark is another

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeLayout();
    void wire();
    void chooseFile();
    void openTemplate(const QString &file);
    void put(const QString &name, const QString &text);
    void wireSearch();
    void goToLine();
    void compareWithFile();
    void tellChangedOnDisk();
    void takeMerged(const QString &merged, const QString &disk);
    void reload();
    void restore(const QString &draft);
    void notice(const QString &text, const QString &action = {}, const std::function<void()> &remedy = {});
    bool write(const QString &path);
    void tell(const kube::Error &error);
    void check();
    void takeReading();
    void send(void (EditorPanel::*signal)(const QList<command::Document> &));
    void showProblems();
    void clearOutcomes();
    void updateTitle();
    void updateStatus();

    EditorActions *m_actions;
    EditorFile *m_file;
    YamlEditor *m_editor;
    EditorAssist *m_assist;
    DraftKeeper *m_drafts = nullptr;
    NoticeBar *m_notice;
    FindBar *m_find;
    OutlineBox *m_outline;
    OutcomeList *m_outcomes;
    QLabel *m_title, *m_position;
    QToolButton *m_status;
    QTimer m_pause;  ///< runs while the user is writing
    QString m_name;
    std::function<void()> m_remedy;  ///< what the notice's button does
    bool m_isRead = false;           ///< m_parsed is of the text that was put here, if perhaps of an earlier stroke
    manifest::Parsed m_parsed;
    QList<manifest::Document> m_sent;
};

}  // namespace views
