// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/spot.h"
#include "manifest/documents.h"
#include "views/editor/assist/textmarks.h"

#include <QPlainTextEdit>

#include <functional>
#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}
namespace views {

class LineNumberArea;
class YamlHighlighter;

/** A text field for manifests: colours, line numbers, the current line, indentation by two, problems at their place. */
class YamlEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit YamlEditor(QWidget *parent = nullptr);
    ~YamlEditor() override;

    /** Shows another document, which outlives this or the next one shown; marks of the one before go. */
    void showDocument(QTextDocument &document);
    /** The whole text, lines ending with \n. */
    [[nodiscard]] QString text() const;
    /** Puts another text in its place, as a change of the user's: one step of undo. */
    void changeText(const QString &text);
    /** Another one with each change of the text, and with each document that is shown; never one that was before. */
    [[nodiscard]] int version() const { return m_passed + document()->revision(); }
    /** Marks what there is to say, in the order of the text: a line under it, a shape beside it. Replaces those before.
     */
    void setRemarks(const QList<manifest::Remark> &remarks);
    /** A few words behind lines. Replaces those before. */
    void setHints(const QList<LineHint> &hints);
    [[nodiscard]] const TextMarks &marks() const { return m_marks; }
    /** What is told where the mouse rests; `isBehind`: behind the end of the line. */
    using Hover = std::function<QString(manifest::Place place, bool isBehind)>;
    void setHover(Hover hover) { m_hover = std::move(hover); }
    /** Shows a few lines at the cursor, until something else is done. */
    void tellAtCursor(const QString &text);
    /** While this is shown, Enter, Tab and Escape are its own. */
    void setPopup(const QWidget *popup) { m_popup = popup; }
    /** What the text around a place tells of it. */
    [[nodiscard]] std::optional<manifest::Spot> spotAt(manifest::Place place) const;
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
    [[nodiscard]] QTextCursor cursorAt(manifest::Place place) const { return cursorIn(*document(), place); }
    [[nodiscard]] static QTextCursor cursorIn(const QTextDocument &document, manifest::Place place);

public Q_SLOTS:
    void toggleComment();
    /** Hides what belongs to the line of the cursor, or to the line that it belongs to; the text stays as it is. */
    void fold();
    void unfold();
    void foldEverything();
    void unfoldEverything();

Q_SIGNALS:
    void written();  ///< somebody has typed a character, or taken one away

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class LineNumberArea;

    void followCursor();
    void paintEvent(QPaintEvent *event) override;
    void paintGuide(QPainter &painter);
    void restyle();
    void highlight();
    void layOut();
    void decorate();
    void type(QKeyEvent *event);
    void paintMarks(QPainter &painter, const QRect &area);
    void followText(int position);
    [[nodiscard]] bool isBehindLine(QPoint inText) const;
    [[nodiscard]] QString hoverAt(QPoint inText) const;

    LineNumberArea *m_numbers;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;  ///< with the first text
    YamlHighlighter *m_highlighter = nullptr;  ///< of the document that is shown; none where it was empty until now
    TextMarks m_marks;
    Hover m_hover;
    const QWidget *m_popup = nullptr;
    int m_lines = 1;   ///< as many as the marks know of
    int m_passed = 0;  ///< what the revisions of this document are counted from
    mutable QString m_text;
    mutable int m_textVersion = -1;  ///< that m_text is of
    QList<Match> m_matches;
};

/** A problem's sentence in the user's language, one line, plain text. */
[[nodiscard]] QString wordsOf(const manifest::Problem &problem);

}  // namespace views
