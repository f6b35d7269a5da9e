// SPDX-License-Identifier: Apache-2.0
#include "views/logs/logtext.h"

#include "style/palette.h"
#include "style/theme.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace views {

namespace {
/** Milliseconds after which a turn of the event loop ends, and lines that are done between two looks at the clock. */
constexpr qint64 TurnLimit = 6;
constexpr qsizetype Chunk = 250;
}  // namespace

LogText::LogText(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(style::monospace(font()));
    document()->setDocumentMargin(8);
    setAccessibleName(tr("Log"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogText::mark);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &LogText::mark);
}

void LogText::clearLog()
{
    m_search.restart();
    m_filling.stop();
    m_hold.reset();
    begin();
    m_log.clear();
    Q_EMIT changed();
}

/** The text is empty, and no line stands in it. */
void LogText::begin()
{
    m_stale = m_filled = 0;  // first, since clearing moves the cursor, and what is in sight is marked then
    clear();
}

void LogText::append(const QList<command::LogLine> &lines, qint64 dropped)
{
    const qsizetype gone = m_log.append(lines, dropped);
    const qsizetype late = std::min(gone, m_filled);
    m_filled -= late;
    m_stale += late;
    fill();
}

void LogText::fill()
{
    const bool wasFilling = m_filling.isActive();
    const bool wasAtEnd = !m_hold && isAtEnd();
    const int across = horizontalScrollBar()->value();
    QElapsedTimer clock;
    clock.start();
    bool isLeft = fillSome();
    while (isLeft && clock.elapsed() < TurnLimit)
        isLeft = fillSome();
    horizontalScrollBar()->setValue(across);
    if (wasAtEnd)
        goToEnd();
    else if (m_hold)
        verticalScrollBar()->setValue(*m_hold);
    if (isLeft) {
        m_filling.start(0, this);
    } else {
        m_filling.stop();
        m_hold.reset();
        if (m_search.isOn())
            m_looking.start(0, this);
    }
    mark();
    Q_EMIT changed();
    if (wasFilling && !isLeft)
        Q_EMIT filled();
}

/** A few lines out of the text, or into it; false: all is done. */
bool LogText::fillSome()
{
    if (m_stale > 0)
        removeStale();
    const qsizetype end = std::min(m_log.size(), m_filled + Chunk);
    QStringList texts;
    texts.reserve(end - m_filled);
    for (qsizetype i = m_filled; i < end; ++i)
        texts << m_log.shown(i, m_times);
    const bool wasEmpty = m_filled == 0 && m_stale == 0;
    m_filled = end;
    if (texts.isEmpty())
        return !isFilled();
    // Not by appendPlainText, for which an empty line that comes first is no line.
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!wasEmpty)
        cursor.insertBlock();
    cursor.insertText(texts.join(u'\n'));
    return !isFilled();
}

void LogText::removeStale()
{
    if (m_filled == 0) {
        begin();
        return;
    }
    const int top = firstVisibleBlock().blockNumber();
    const bool wasAtEnd = isAtEnd();
    const int some = int(std::min(m_stale, Chunk));
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor, some);
    cursor.removeSelectedText();
    m_stale -= some;
    if (!wasAtEnd && lineWrapMode() == NoWrap)
        verticalScrollBar()->setValue(std::max(0, top - some));
}

void LogText::setTimes(bool on)
{
    if (on == std::exchange(m_times, on))
        return;
    if (!isAtEnd())
        m_hold = std::max(0, verticalScrollBar()->value() - int(m_stale));
    m_search.restart();
    begin();
    fill();
}

void LogText::goToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

bool LogText::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void LogText::search(const QString &pattern)
{
    m_search.setPattern(pattern);
    m_wantsHit = m_search.isOn();
    m_looking.start(0, this);
}

void LogText::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_filling.timerId())
        fill();
    else if (event->timerId() == m_looking.timerId())
        look();
    else
        QPlainTextEdit::timerEvent(event);
}

void LogText::look()
{
    if (!isFilled()) {
        m_looking.stop();  // it begins again when the text is whole
        return;
    }
    QElapsedTimer clock;
    clock.start();
    bool isLeft = m_search.look(m_log, m_times, Chunk);
    while (isLeft && clock.elapsed() < TurnLimit)
        isLeft = m_search.look(m_log, m_times, Chunk);
    if (!isLeft)
        m_looking.stop();
    const qint64 from = m_log.first() + firstVisibleBlock().blockNumber();
    const auto &hits = m_search.hits();
    if (m_wantsHit && !hits.empty() && (hits.back() >= from || !m_looking.isActive())) {
        m_wantsHit = false;
        goTo(*m_search.after(from - 1));
    }
    mark();
    Q_EMIT changed();
}

void LogText::step(bool forward)
{
    if (const auto line = forward ? m_search.after(current()) : m_search.before(current())) {
        goTo(*line);
        Q_EMIT changed();
    }
}

qsizetype LogText::place() const
{
    const auto &hits = m_search.hits();
    const auto it = std::ranges::lower_bound(hits, current());
    return it == hits.end() || *it != current() ? 0 : it - hits.begin() + 1;
}

qint64 LogText::current() const
{
    return m_log.first() + textCursor().blockNumber() - m_stale;
}

void LogText::goTo(qint64 line)
{
    const qint64 block = line - m_log.first() + m_stale;
    if (block < m_stale || block >= m_stale + m_filled)
        return;  // not in the text yet
    setTextCursor(QTextCursor(document()->findBlockByNumber(int(block))));
    centerCursor();
}

/** Marks what is found in the lines in sight, and notes in the muted colour. */
void LogText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = firstVisibleBlock();
    for (int left = viewport()->height() / fontMetrics().height() + 2; block.isValid() && left > 0; --left) {
        const qsizetype line = block.blockNumber() - m_stale;
        if (line >= 0 && line < m_filled && m_log.at(line).isNote) {
            QTextEdit::ExtraSelection note;
            note.cursor = QTextCursor(block);
            note.cursor.select(QTextCursor::BlockUnderCursor);
            note.format.setForeground(style::color(style::Role::MutedText, palette()));
            note.format.setFontItalic(true);
            marks << note;
        }
        if (m_search.isOn())
            markFound(block, marks);
        block = block.next();
    }
    if (!marks.isEmpty() || !extraSelections().isEmpty())
        setExtraSelections(marks);
}

/** What is found in one line; the current one is framed by the current line's colour too. */
void LogText::markFound(const QTextBlock &block, QList<QTextEdit::ExtraSelection> &marks) const
{
    const bool isCurrent = block.blockNumber() == textCursor().blockNumber();
    auto match = m_search.pattern().globalMatch(block.text());
    while (match.hasNext()) {
        const auto found = match.next();
        if (found.capturedLength() == 0)
            continue;
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(block);
        one.cursor.setPosition(block.position() + int(found.capturedStart()));
        one.cursor.setPosition(block.position() + int(found.capturedEnd()), QTextCursor::KeepAnchor);
        one.format.setBackground(style::color(isCurrent ? style::Role::Waiting : style::Role::Changed, palette()));
        if (isCurrent)
            one.format.setForeground(style::color(style::Role::OnColor, palette()));
        marks << one;
    }
}

void LogText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

void LogText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    mark();
}

}  // namespace views
