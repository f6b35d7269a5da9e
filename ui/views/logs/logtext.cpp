// SPDX-License-Identifier: Apache-2.0
#include "views/logs/logtext.h"

#include "style/palette.h"
#include "style/theme.h"

#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace views {

namespace {
/** Lines that are searched in one turn of the event loop: a few milliseconds. */
constexpr qsizetype Budget = 4000;
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
    setMaximumBlockCount(int(models::LogBuffer::LineLimit));
    setAccessibleName(tr("Log"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogText::mark);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &LogText::mark);
}

void LogText::clearLog()
{
    m_log.clear();
    m_search.restart();
    clear();
    Q_EMIT changed();
}

void LogText::append(const QList<command::LogLine> &lines, qint64 dropped)
{
    const bool wasAtEnd = isAtEnd();
    const int top = firstVisibleBlock().blockNumber();
    const int across = horizontalScrollBar()->value();
    const qsizetype before = m_log.size();
    const qsizetype gone = m_log.append(lines, dropped);
    const qsizetype fresh = std::min(m_log.size(), lines.size());
    QStringList texts;
    texts.reserve(fresh);
    for (qsizetype i = m_log.size() - fresh; i < m_log.size(); ++i)
        texts << m_log.shown(i, m_times);
    if (gone == before) {
        clear();  // nothing was there, or nothing of it is left
    } else if (gone > 0) {
        QTextCursor cursor(document());
        cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor, int(gone));
        cursor.removeSelectedText();
    }
    if (fresh > 0)
        appendPlainText(texts.join(u'\n'));
    if (m_log.size() > 0 && document()->blockCount() != m_log.size())
        refill();  // an empty line that came first counts for Qt as no line
    horizontalScrollBar()->setValue(across);
    if (wasAtEnd)
        goToEnd();
    else if (gone > 0 && lineWrapMode() == NoWrap)
        verticalScrollBar()->setValue(std::max(0, top - int(gone)));
    if (m_search.isOn())
        m_looking.start(0, this);
    Q_EMIT changed();
}

void LogText::refill()
{
    QStringList texts;
    texts.reserve(m_log.size());
    for (qsizetype i = 0; i < m_log.size(); ++i)
        texts << m_log.shown(i, m_times);
    setPlainText(texts.join(u'\n'));
}

void LogText::setTimes(bool on)
{
    if (on == std::exchange(m_times, on))
        return;
    const bool wasAtEnd = isAtEnd();
    const int top = verticalScrollBar()->value();
    refill();
    m_search.restart();
    m_looking.start(0, this);
    if (wasAtEnd)
        goToEnd();
    else
        verticalScrollBar()->setValue(top);
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
    if (event->timerId() != m_looking.timerId()) {
        QPlainTextEdit::timerEvent(event);
        return;
    }
    if (!m_search.look(m_log, m_times, Budget))
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
    return m_log.first() + textCursor().blockNumber();
}

void LogText::goTo(qint64 line)
{
    setTextCursor(QTextCursor(document()->findBlockByNumber(int(line - m_log.first()))));
    centerCursor();
}

/** Marks what is found in the lines in sight; the current one of them is framed by the current line's colour too. */
void LogText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = m_search.isOn() ? firstVisibleBlock() : QTextBlock();
    for (int left = viewport()->height() / fontMetrics().height() + 2; block.isValid() && left > 0; --left) {
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
        block = block.next();
    }
    if (!marks.isEmpty() || !extraSelections().isEmpty())
        setExtraSelections(marks);
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
