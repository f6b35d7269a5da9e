// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/container.h"
#include "kube/error.h"
#include "kube/timestamp.h"

#include <QByteArray>
#include <QFuture>
#include <QList>

#include <optional>

namespace command {

/** One line of a log, without its line end. */
struct LogLine {
    kube::Timestamp at;      ///< when the runtime got it; null where the line began with no time
    QByteArray text;         ///< as the container wrote it, of any bytes
    bool continued = false;  ///< the rest of a line that was too long for one
    bool isNote = false;     ///< said of a log by who reads it; no container wrote it
    bool operator==(const LogLine &) const = default;
};

/** When the newest run of a container began; null where none did. */
[[nodiscard]] inline kube::Timestamp newestRun(const kube::ContainerStatus &status)
{
    const kube::Timestamp now = status.state.ranFrom();
    return now.isNull() ? status.lastState.ranFrom() : now;
}

/** How a log that was asked for stands. */
struct LogState {
    enum class Phase {
        Opening,  ///< no answer yet
        Open,     ///< lines come
        Broken,   ///< the connection was lost; it is opened again where it stood: `error` says why
        Ended,    ///< all that there is was read
        Failed,   ///< refused or without an answer: `error`
    };
    Phase phase = Phase::Opening;
    kube::Error error;
    /** Of a followed log that ended: the container then, as the server told; nothing where it did not tell. */
    std::optional<kube::ContainerState> container;
    /** With `container`: the start of its newest run, which was read to its end; null where none was told. */
    kube::Timestamp run = {};

    [[nodiscard]] bool isFinal() const { return phase == Phase::Ended || phase == Phase::Failed; }
    bool operator==(const LogState &) const = default;
};

/** What came of a log since the part before. */
struct LogPart {
    QList<LogLine> lines;  ///< oldest first
    qint64 dropped = 0;    ///< lines before these that were given up, since nobody took them in time
    LogState state;
};

/** An open log. One thread; must not outlive the Client that made it. Deleting it closes the log. */
class LogFeed {
public:
    LogFeed() = default;
    LogFeed(const LogFeed &) = delete;
    LogFeed &operator=(const LogFeed &) = delete;
    virtual ~LogFeed() = default;

    /**
     * The next part, as soon as a line came or the state is another one; after a final state none follows. Ask again
     * only when it was answered: who asks slowly gets many lines at once, and at most 8 MiB of the newest.
     */
    virtual QFuture<LogPart> next() = 0;
};

}  // namespace command
