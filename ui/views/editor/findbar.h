// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/yamleditor.h"

#include <QRegularExpression>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace views {

/** Finds and replaces in an editor's text; words or regular expressions, each match marked, the present one selected.
 */
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
    void search();
    void select(qsizetype index);
    [[nodiscard]] qsizetype indexAtCursor() const;
    [[nodiscard]] QString replacement(const YamlEditor::Match &match, const QString &text) const;
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
    QTimer m_pause;  ///< the text changes: matches are looked for anew once it rests
};

}  // namespace views
