// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/linecutter.h"
#include "command/logs/logwish.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace net {
class ByteStream;
class Session;
struct StreamEnd;
}  // namespace net

namespace command {

/**
 * Reads one log in the session's thread and holds what nobody has taken yet, at most 8 MiB of the newest lines. A
 * followed log that ends while its container runs is opened again where it stood, by time: lines of the last second
 * come again, and are told by their number and time.
 */
class LogReader : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype HeldLimit = 8 * 1024 * 1024;
    using Take = std::function<void(const LogPart &)>;

    /** `pause`: before the log is opened again for the first time; doubled each time, up to 16 of them. */
    LogReader(net::Session &session, LogWish wish, std::chrono::milliseconds pause, QObject *parent);
    /** Calls `take` once: now where there is news, else when there is. */
    void next(Take take);

private:
    void open();
    void consume(QByteArrayView bytes);
    void keep(LogLine line);
    [[nodiscard]] bool isRepeated(const LogLine &line);
    void close(const net::StreamEnd &end);
    /** The server closed a followed log: whether the container still runs decides. */
    void look();
    void takePod(const QByteArray &json);
    void again(const kube::Error &why);
    void setState(const LogState &state);
    void deliver();

    net::Session &m_session;
    LogWish m_wish;
    std::chrono::milliseconds m_pause;
    int m_attempt = 0;
    QPointer<net::ByteStream> m_stream;
    LineCutter m_cutter;
    QTimer m_reopen;
    LogPart m_part;
    qsizetype m_held = 0;  ///< bytes of the lines in m_part
    bool m_hasNews = false;
    Take m_take;
    kube::Timestamp m_last;      ///< the latest of all lines
    int m_lastCount = 0;         ///< lines of that very time
    bool m_isReplaying = false;  ///< opened again, and nothing later than m_last came
    int m_skip = 0;              ///< lines of m_last that are still to come again
    bool m_wasRepeated = false;  ///< the line before was: so is what continues it
};

}  // namespace command
