// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"
#include "views/editor/drafts.h"
#include "views/files/editorfile.h"

#include <QJsonObject>
#include <QObject>

class QPlainTextEdit;
class QTextDocument;

namespace views {

class DraftKeeper;

/** A text that is open: its name, its file, its document with what can be undone, its draft, where the user was. */
class Sheet : public QObject {
    Q_OBJECT

public:
    Sheet(QString called, QString text, QObject *parent);
    /** What is due of its draft is written. */
    ~Sheet() override;

    /** Made when it is asked for first: many files may be open, and few are looked at. */
    [[nodiscard]] QTextDocument &document();
    [[nodiscard]] QString text() const;
    /** Grows with each change of the text. */
    [[nodiscard]] int revision() const;
    [[nodiscard]] bool isModified() const;
    void setModified(bool isModified);

    /** From now on what is not saved of it is kept in this folder. */
    void keepDrafts(const QString &folder);
    /** What it began as, where that is no file, and what the owner of the editor wants to know of it after a crash. */
    void setOrigin(const QJsonObject &what, const QString &text);
    /** Goes on with a draft that was left; false where somebody else was faster. */
    bool adopt(const QString &draft);
    /** Nothing of it is to be kept any more. */
    void dropDraft();

    void noteView(const QPlainTextEdit &editor);
    void restoreView(QPlainTextEdit &editor) const;

    QString name;  ///< the file's, with folders where several would be called the same; or the one that it was given
    EditorFile file;
    QStringList beside;  ///< the files that were opened together with it, this one too; empty: none
    manifest::Parsed parsed;
    bool isRead = false;   ///< `parsed` is of this text, if perhaps of an earlier stroke
    bool isTaken = false;  ///< another program changed its file, and the user was not told yet

Q_SIGNALS:
    void modificationChanged();
    void notKept(const kube::Error &error);

private:
    [[nodiscard]] Draft draft() const;
    void touch();

    QString m_text;  ///< as long as there is no document
    QTextDocument *m_document = nullptr;
    QString m_folder;
    QJsonObject m_keepsake;
    QString m_origin;  ///< without values of Secrets
    std::unique_ptr<DraftKeeper> m_keeper;
    int m_position = 0, m_anchor = 0, m_top = 0;
};

}  // namespace views
