// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windows/work/sending.h"

namespace views {
class EditorPanel;
}

namespace windows {

class Desks;
class PodWork;

/**
 * What the editor does to clusters: opens their objects, sends its text after a review, merges where an object changed
 * meanwhile, deletes after a question. It remembers the object that the text began as.
 */
class EditorWork : public QObject {
    Q_OBJECT

public:
    /** All outlive this; `window` is its parent and that of its dialogs. */
    EditorWork(Desks &desks, const PodWork &work, views::EditorPanel &editor, QWidget *window);

    /** Puts an object into the editor, by its path on the server; the same one as now stays as it is. */
    void open(Desk &desk, const QString &path, const QString &name);
    /** Asks before anything is deleted; `fromEditor`: the results are the editor's. */
    void remove(Desk &desk, const QList<command::Document> &documents, bool fromEditor);
    /** The object that the text began as; null: it is none. */
    [[nodiscard]] const std::optional<Origin> &origin() const { return m_origin; }

Q_SIGNALS:
    /** Something is shown: an object, a review, results. */
    void done();

private:
    void wire();
    void begin(command::Verb verb, const QList<command::Document> &documents);
    void start(Desk &desk, command::Verb verb, const QList<command::Document> &documents);
    void take(const QPointer<Desk> &desk, command::Verb verb, const QList<command::Document> &documents,
              const QList<command::Outcome> &outcomes);
    void openText(const Place &place, const QString &path, const QString &name, const QByteArray &json);
    void merge(const QByteArray &live);
    void setOrigin(const std::optional<Origin> &origin);
    /** Reads the values of a Secret again, which are kept nowhere, and goes on; or merges, if it is another one now. */
    void complete(Desk &desk, command::Verb verb, const QList<command::Document> &documents);
    void warn(const QString &title, const QString &text);

    Desks &m_desks;
    const PodWork &m_work;
    views::EditorPanel &m_editor;
    QWidget *m_window;
    std::optional<Origin> m_origin;
};

}  // namespace windows
