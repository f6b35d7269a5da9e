// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/textsearch.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace views {

/** Finds and replaces in an editor's text; words or regular expressions, each match marked, the present one selected.
 * Nobody waits for it: long texts are looked through off the GUI thread, and many matches are replaced bit by bit. */
class FindBar : public QWidget {
    Q_OBJECT

public:
    FindBar(YamlEditor *editor, QWidget *parent);

    /** Shows the bar, with the selected word in it. */
    void open(bool withReplace);
    void close();

public Q_SLOTS:
    void findNext();
    void findPrevious();
    /** Replaces the match that is selected, and goes to the next. `\1` is what the first group took. */
    void replaceOne();
    /** One step for undo. */
    void replaceAll();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *makeToggle(const QString &text, const QString &name);
    QToolButton *makeButton(const QString &text, const QString &name, void (FindBar::*act)());
    /** What is to be done once the matches are known; nothing of it where the text changes before. */
    using Then = void (FindBar::*)();
    void search(Then then = nullptr);
    /** The same, only where what is known is not of the text as it is. */
    void ensure(Then then);
    void selectFirst();
    void goOn();
    void goBack();
    void replaceHere();
    void replaceSome();
    void tellReplaced();
    void select(qsizetype index);
    [[nodiscard]] TextSearch::Wish wish(bool isToReplace) const;
    [[nodiscard]] qsizetype indexAtCursor() const;
    void tell();

    YamlEditor *m_editor;
    QLineEdit *m_pattern;
    QLineEdit *m_replacement;
    QToolButton *m_case;
    QToolButton *m_regex;
    QLabel *m_count;
    QList<QWidget *> m_replaceParts;
    QRegularExpression m_expression;
    QList<YamlEditor::Match> m_matches;
    int m_version = 0;  ///< of the text that they are of
    TextSearch m_search;
    Found m_left;           ///< what is still to be replaced, from the end
    int m_leftVersion = 0;  ///< of the text, as the last piece left it
    qsizetype m_replaced = 0;
    QTimer m_pause;  ///< the text changes: matches are looked for anew once it rests
};

}  // namespace views
