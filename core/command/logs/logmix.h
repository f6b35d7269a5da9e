// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logpart.h"
#include "command/logs/logwish.h"

#include <QHash>
#include <QObject>
#include <QPromise>

#include <functional>
#include <map>
#include <utility>

namespace command {

class Client;

/**
 * Several logs as one: each line begins with `[pod/web-1/nginx] `, as kubectl's --prefix has it. Lines come as they
 * arrive; what arrives together is put in order of time. Logs may join while it is open, and a line says when one
 * joins, ends or fails. No more than `Most` are open at once (kubectl: --max-log-requests); the others wait until one
 * ends. One thread; must not outlive the client.
 */
class LogMix : public QObject, public LogFeed {
    Q_OBJECT

public:
    static constexpr qsizetype Most = 10;
    /** Lines of one part at most, so that who shows them is never busy for long. */
    static constexpr qsizetype Slice = 4000;

    /** What became of one of the logs. */
    enum class Turn {
        Joins,
        Waits,  ///< would join, but too many are open
        Ends,   ///< of a followed log only; the state says why
        Fails,
    };
    /** What a line says of a turn, after the prefix. */
    using Words = std::function<QString(Turn turn, const LogWish &wish, const LogState &state)>;

    LogMix(Client &client, const QList<LogWish> &wishes, Words words);

    /** One more, also when all others have ended: then ask for the next part again. */
    void join(const LogWish &wish);
    /** Whether the log of this container is open, or waits to be. */
    [[nodiscard]] bool has(const kube::Key &pod, const QString &container) const;
    /** The start of the newest run of this container that was read to its end; null where none is known. */
    [[nodiscard]] kube::Timestamp wasRead(const kube::Key &pod, const QString &container) const;
    /** The pods of the logs that left since this was asked last: only now a next run of theirs may join. */
    [[nodiscard]] QList<kube::Key> takeLeft() { return std::exchange(m_left, {}); }
    /** Logs that wait until another one ends. */
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

    QFuture<LogPart> next() override;

private:
    struct Source {
        LogWish wish;
        std::unique_ptr<LogFeed> feed;
        LogState state;
        QList<LogLine> lines;  ///< not delivered yet
        kube::Timestamp at;    ///< of the line before: one without a time stays behind it
        bool isAsked = false;
    };
    void open(const LogWish &wish, bool joins);
    void ask(int number);
    void take(int number, const LogPart &part);
    [[nodiscard]] LogLine note(Turn turn, const LogWish &wish, const LogState &state) const;
    void tell();
    void deliver();
    [[nodiscard]] Source *earliest();
    void bury();
    [[nodiscard]] LogState state() const;

    Client &m_client;
    Words m_words;
    std::map<int, Source> m_sources;  ///< those that are open, by the order in which they came
    int m_count = 0;                  ///< all that ever were
    QList<LogWish> m_waiting;
    QHash<std::pair<kube::Key, QString>, kube::Timestamp> m_read;
    QList<kube::Key> m_left;
    QList<LogLine> m_notes;  ///< lines of no source
    LogState m_over;         ///< of those that are over one that ended, else one that failed
    qint64 m_dropped = 0;
    bool m_hasNews = false;
    bool m_isDue = false;  ///< a delivery is under way
    QPromise<LogPart> m_promise;
    bool m_isWanted = false;
};

}  // namespace command
