// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

#include <QPlainTextEdit>

namespace views {

class LineNumberArea;
class YamlHighlighter;

/** A text field for manifests: colours, line numbers, the current line, indentation by two, problems at their place. */
class YamlEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit YamlEditor(QWidget *parent = nullptr);
    ~YamlEditor() override;

    /** Marks problems: a wave under the text, a shape beside the line, the words on hover. Replaces those before. */
    void setProblems(const QList<manifest::Problem> &problems);
    [[nodiscard]] QList<manifest::Problem> problems() const { return m_problems; }
    /** The words of the problems in a line, from 1; empty if there are none. */
    [[nodiscard]] QString problemsIn(int line) const;
    /** A stretch of the text, in characters from its start. */
    struct Match {
        int position;
        int length;
        bool operator==(const Match &) const = default;
    };
    /** Marks what was found; the first thousand are painted. Replaces those before. */
    void setMatches(const QList<Match> &matches);
    /** Puts the cursor there, shows it and takes the focus. Places beyond the text lead to its end. */
    void goTo(manifest::Place place);
    /** A cursor there, which moves with the text when it is edited. */
    [[nodiscard]] QTextCursor cursorAt(manifest::Place place) const;

public Q_SLOTS:
    void toggleComment();
    /** Hides what belongs to the line of the cursor, or to the line that it belongs to; the text stays as it is. */
    void fold();
    void unfold();
    void foldEverything();
    void unfoldEverything();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class LineNumberArea;

    void followCursor();
    void paintEvent(QPaintEvent *event) override;
    void paintGuide(QPainter &painter);
    void restyle();
    void layOut();
    void decorate();
    [[nodiscard]] QTextEdit::ExtraSelection waveOf(const manifest::Problem &problem) const;

    LineNumberArea *m_numbers;
    YamlHighlighter *m_highlighter;
    QList<manifest::Problem> m_problems;
    QList<Match> m_matches;
};

/** A problem's sentence in the user's language, one line, plain text. */
[[nodiscard]] QString wordsOf(const manifest::Problem &problem);

}  // namespace views
