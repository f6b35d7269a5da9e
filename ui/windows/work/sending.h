// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/sending/reviewdialog.h"
#include "windows/work/origin.h"

#include <QPointer>

namespace command {
class Client;
struct Conflict;
}  // namespace command

namespace windows {

class Desk;

/**
 * One way of documents into a cluster: the server tries them, the user sees what would happen and decides about
 * conflicts, then they are sent, meant for what the user saw. Nothing is stored before the user says so. It is a child
 * of its dialog.
 */
class Sending : public QObject {
    Q_OBJECT

public:
    struct Task {
        command::Verb verb = command::Verb::Apply;
        QList<command::Document> documents;
        std::optional<Origin> origin;  ///< of one of the documents
        bool isProduction = false;
        /** Gives a field of a document another value in the text that it comes from: its JSON then, if that could be.
         */
        std::function<std::optional<QByteArray>(int index, const QString &field, const QJsonValue &value)> rewrite = {};
    };

    /** Opens its dialog over `window` and begins. The desk has a cluster. */
    Sending(Desk &desk, Task task, QWidget *window);

    /** Where a document goes that names no namespace. The desk has a cluster. */
    [[nodiscard]] static QString namespaceOf(const Desk &desk);
    [[nodiscard]] views::ReviewDialog &dialog() { return *m_dialog; }

Q_SIGNALS:
    /** The server's dry run was shown. */
    void reviewed();
    /** What became of the documents that were sent, and of those that were not. */
    void told(const QList<command::Outcome> &outcomes);
    /** The object is another one than the user opened: this is how it is. */
    void mergeWanted(const QByteArray &live);

private:
    [[nodiscard]] command::Client *client() const;
    [[nodiscard]] command::Document *document(int index);
    [[nodiscard]] const command::Outcome *outcome(int index) const;
    [[nodiscard]] bool isOrigin(const command::Document &document) const;
    void prepare();
    void preview();
    void takePreview(const QList<command::Outcome> &outcomes);
    /** Conflicts are shown as what taking all over would do. */
    void previewForced(const QList<command::Document> &documents);
    bool passesOver(const command::Outcome &outcome);
    void show();
    void remedy(int index, views::Remedy remedy);
    void askConflicts(int index);
    /** The document with these fields as they are in the cluster, in the text too. */
    [[nodiscard]] QByteArray rewritten(int index, QByteArray sent, const QList<command::Conflict> &conflicts);
    void send();

    QPointer<Desk> m_desk;
    Task m_task;
    QString m_ns;
    QList<command::Document> m_documents;  ///< of the task, as they are sent now
    QList<command::Outcome> m_preview;
    int m_renewals = 0;  ///< previews that were asked anew since an object did not stand still
    views::ReviewDialog *m_dialog;
};

}  // namespace windows
