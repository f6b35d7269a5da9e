// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/schema/schemasource.h"
#include "views/editor/assist/livenames.h"
#include "views/editor/assist/liveobjects.h"
#include "views/editor/assist/pullhints.h"
#include "views/editor/assist/textreading.h"

#include <QBasicTimer>

class QAction;
class QMenu;

namespace views {

class RemarkList;
class WordList;
class YamlEditor;

/**
 * What the editor understands of its text: it has it read off the GUI thread, marks what there is to say, offers words
 * and edits, and tells what fields mean, by the schemas of the cluster that the text is meant for.
 */
class EditorAssist : public QObject {
    Q_OBJECT

public:
    /** Its commands belong to `panel`, and are added to `menu`. */
    EditorAssist(YamlEditor &editor, QMenu &menu, QWidget *panel);
    ~EditorAssist() override;

    /** The cluster to look into, and where its schemas are kept; an empty folder: nowhere. */
    void setGround(AskGround ground, const QString &cacheFolder);
    /** Another cluster may be the one that is meant. */
    void followGround();
    /** What the cluster has was changed: nothing that was seen of it counts any more. */
    void lookAgain();
    /** Reads the text as it is now; taken() tells when that is done. */
    void read(const QString &name);
    /** How long to wait after a keystroke before the text is read. */
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_reading.pause(); }
    /** The text and what was read of it are others than before. */
    void forget();
    [[nodiscard]] const manifest::Parsed &parsed() const { return m_reviewed.parsed; }
    /** The first error, else the first warning; null: there is none. Notes do not count. */
    [[nodiscard]] const manifest::Remark *worst() const;
    [[nodiscard]] QString wordsOf(const manifest::Remark &remark) const;
    [[nodiscard]] RemarkList &list() const { return *m_list; }
    [[nodiscard]] WordList &words() const { return *m_words; }
    /** What there is to tell of a place; `isBehind`: behind the end of its line. */
    [[nodiscard]] QString hoverText(manifest::Place place, bool isBehind) const;
    /** The edits that are offered for the cursor's line. */
    [[nodiscard]] QList<struct QuickFix> fixes(bool mayAsk);

public Q_SLOTS:
    void goToNext();
    void goToPrevious();
    void explainHere();
    void offerFixes();

Q_SIGNALS:
    void taken();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QAction *make(const QString &text, const QString &tip, const QKeySequence &key);
    void takeReading(int revision, const manifest::Reviewed &reviewed);
    /** Reads the schema that comes with Gantry, once there is a text: an empty editor does without its megabytes. */
    void readBundled();
    void renewShelf();
    void showRemarks();
    void hint();
    void takeHints();
    void askAccounts(const QStringList &accounts);
    void go(const manifest::Remark &remark);
    [[nodiscard]] Ground ground() const { return m_ground ? m_ground() : Ground(); }

    YamlEditor &m_editor;
    QWidget *m_panel;
    QMenu &m_menu;
    TextReading m_reading;
    LiveNames m_names;
    LiveObjects m_objects;
    RemarkList *m_list;
    WordList *m_words;
    std::unique_ptr<command::SchemaSource> m_source;
    manifest::Shelf m_shelf;
    manifest::Reviewed m_reviewed;
    QList<manifest::Remark> m_remarks;  ///< those of m_reviewed, and what the live objects tell
    AskGround m_ground;
    QString m_cluster, m_name;
    QFutureWatcher<PullHints::Told> m_hinting;
    QList<kube::NodePtr> m_nodes;  ///< that the hints are of
    PullHints::Accounts m_accounts;
    QStringList m_asked;  ///< accounts
    int m_hintRevision = -1;
    bool m_hintAgain = false;
    bool m_hasAskedBundled = false;
    QBasicTimer m_look;
};

}  // namespace views
