// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/sending/reviewrow.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTreeWidget;

namespace views {

class DiffView;
class OutcomeList;

/**
 * What a write would do, as the server's own dry run tells, before anything is done: each document with what would
 * become of it, and its object now and then, line beside line. Values of Secrets are not shown. Sends nothing itself.
 */
class ReviewDialog : public QDialog {
    Q_OBJECT

public:
    /** What is asked for, and where. */
    struct Question {
        command::Verb verb = command::Verb::Apply;
        QString context;
        bool isProduction = false;
        QString reservation;  ///< what this server's dry run does not tell; empty: nothing
    };

    ReviewDialog(const Question &question, QWidget *parent);

    /** The server is being asked: nothing can be confirmed. */
    void showWaiting();
    /** What the dry run says of these documents, in their order; `moved`: indexes of documents whose objects changed in
     * the cluster since the user opened them. */
    void showPreview(const QList<command::Document> &documents, const QList<command::Outcome> &preview,
                     const QList<int> &moved);
    /** The indexes of the documents to send, in order. */
    [[nodiscard]] QList<int> chosen() const;
    [[nodiscard]] bool stopsAtFailure() const;
    /** Whether it waits for the user's word. */
    [[nodiscard]] bool isReady() const;
    /** As if the user pressed the button that does it. */
    void confirm();

Q_SIGNALS:
    /** The user wants it done. Emitted once. */
    void confirmed();
    void remedyWanted(int index, views::Remedy remedy);

private:
    void makePage();
    void fill();
    void showCurrent();
    void showWords(const ReviewRow &row);
    void showButtons();
    void setCompact(bool compact);
    [[nodiscard]] const ReviewRow *current() const;
    [[nodiscard]] QString verbWords(int count) const;

    Question m_question;
    QList<ReviewRow> m_rows;
    QLabel *m_head, *m_note;
    QTreeWidget *m_list;
    QSplitter *m_split;
    DiffView *m_diff;
    QLabel *m_legend;
    OutcomeList *m_words;
    QCheckBox *m_refused;  ///< also what the dry run refused is sent
    QComboBox *m_course;   ///< what happens after a failure
    QPushButton *m_do, *m_remedy, *m_details;
    bool m_isDone = false;
};

}  // namespace views
