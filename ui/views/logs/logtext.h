// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/logs/logbuffer.h"
#include "models/logs/logsearch.h"

#include <QBasicTimer>
#include <QPlainTextEdit>

namespace views {

/**
 * The lines of a log: selected and copied as text, kept where they were scrolled to, at the end where that is shown.
 * Only the lines in sight are laid out and marked, so that a hundred thousand of them scroll as ten do. Many lines are
 * put in between events, some milliseconds at a time.
 */
class LogText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LogText(QWidget *parent = nullptr);

    void clearLog();
    void append(const QList<command::LogLine> &lines, qint64 dropped);
    [[nodiscard]] const models::LogBuffer &log() const { return m_log; }
    /** All lines of the log stand in the text. */
    [[nodiscard]] bool isFilled() const { return m_stale == 0 && m_filled == m_log.size(); }
    void setTimes(bool on);
    [[nodiscard]] bool showsTimes() const { return m_times; }
    void goToEnd();
    [[nodiscard]] bool isAtEnd() const;

    /** Finds lines by a regular expression and goes to the first one from here on. */
    void search(const QString &pattern);
    [[nodiscard]] const models::LogSearch &found() const { return m_search; }
    /** Goes to the next line that is found, or the one before. */
    void step(bool forward);
    /** Place of the current line among those that are found, from 1; 0 where it is none of them. */
    [[nodiscard]] qsizetype place() const;

Q_SIGNALS:
    /** Lines came or went, or more of them were looked at. */
    void changed();
    /** It is filled again, after it was not. */
    void filled();

protected:
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void begin();
    void fill();
    bool fillSome();
    void removeStale();
    void goTo(qint64 line);
    void mark();
    void markFound(const QTextBlock &block, QList<QTextEdit::ExtraSelection> &marks) const;
    void look();
    [[nodiscard]] qint64 current() const;

    models::LogBuffer m_log;
    models::LogSearch m_search;
    QBasicTimer m_filling, m_looking;
    qsizetype m_stale = 0;      ///< blocks at the top of the text whose lines are given up
    qsizetype m_filled = 0;     ///< lines of the log that stand in the text, after those
    std::optional<int> m_hold;  ///< the block that was first in sight when the text began anew
    bool m_times = false;
    bool m_wantsHit = false;  ///< a new pattern: its first hit is gone to when it is found
};

}  // namespace views
