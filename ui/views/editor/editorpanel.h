// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "views/editor/sheets/sheets.h"

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

class EditorActions;
class EditorAssist;
class EditorSending;
class FindBar;
class Notices;
class OnDisk;
class OutcomeList;
class OutlineBox;
class YamlEditor;
struct ManifestFiles;

/**
 * The place where manifests are written, and sent from: one text, or files that were opened together. Checks the text
 * while it is written; asks before anything unsaved would be lost; sends nothing while the text has an error.
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
    [[nodiscard]] EditorSending &sending() { return *m_send; }
    [[nodiscard]] YamlEditor &editor() { return *m_editor; }
    [[nodiscard]] EditorAssist &assist() { return *m_assist; }
    [[nodiscard]] const Sheets &sheets() const { return *m_sheets; }
    [[nodiscard]] QString text() const;  ///< the one that is shown
    [[nodiscard]] QString name() const { return m_sheets->current().name; }
    [[nodiscard]] bool isModified() const;  ///< this text, or one beside it
    [[nodiscard]] bool mayClose();          ///< false if the user wants to keep unsaved changes after having been asked
    /** From now on unsaved text is kept in this folder; what was left there by a crash is shown, if nothing else is. */
    void keepDrafts(const QString &folder);
    void keepOrigin(const QJsonObject &keepsake, const QString &origin);  ///< what the text began as, if no file
    void keepRecent(style::Settings &settings);  ///< which files were opened last; `settings` outlives this
public Q_SLOTS:
    bool openText(const QString &name, const QString &text);  ///< false if the user keeps what is there
    bool openFile(const QString &path);                       ///< or says why not; then everything stays as it was
    /** Opens what ManifestFiles::read reads of it, once it is read, and says what cannot be opened. */
    void openFiles(const QStringList &paths, bool isDeep = false);
    bool save();  ///< false if nothing was written; asks for a name where there is none
    bool saveAs();
    /** Puts a text in the place of the present one, as a change of the user's that can be undone. */
    void changeText(const QString &text);
    void showOutcomes(const QList<command::Outcome> &outcomes);  ///< of the documents sent last, by their index

Q_SIGNALS:
    void createRequested(const QList<command::Document> &documents);
    void applyRequested(const QList<command::Document> &documents);
    void replaceRequested(const QList<command::Document> &documents);
    void deleteRequested(const QList<command::Document> &documents);
    void opened();       ///< another text stands in the place of the one before
    void filesOpened();  ///< openFiles is done
    void resumed(const QJsonObject &keepsake, const QString &origin);  ///< of a draft: what keepOrigin was given
    void titleChanged();                                               ///< the name or the unsaved mark is another

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void wire();
    void wireFiles();
    void takeFiles(const ManifestFiles &files);
    [[nodiscard]] bool mayLose(QList<Sheet *> sheets);
    void put(const QList<Sheet *> &sheets);
    void takeShown();
    void wireSearch();
    void send(void (EditorPanel::*request)(const QList<command::Document> &));
    void restore(const QString &draft);
    void showDamaged(const QString &draft);
    void notice(const QString &text, const QString &action = {}, const std::function<void()> &remedy = {});
    bool write(Sheet &sheet, const QString &path);
    void tell(const kube::Error &error);
    void check();
    void takeReading();
    void listDocuments();
    void updateTitle();
    void updateStatus();

    EditorActions *m_actions;
    YamlEditor *m_editor;
    Sheets *m_sheets;
    EditorAssist *m_assist;
    Notices *m_notice;
    FindBar *m_find;
    OutlineBox *m_outline;
    OutcomeList *m_outcomes;
    EditorSending *m_send;
    OnDisk *m_disk;
    QLabel *m_title, *m_position;
    QToolButton *m_status;
    QTimer m_pause;  ///< runs while the user is writing
};

}  // namespace views
