// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/reply.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <expected>
#include <optional>

namespace practice {

/**
 * What a simulated container wrote: when it started and from which image, what its command counts (`seq 1000`), a line
 * every two seconds that it runs, and how it ended. Each line has the same time and text whenever it is asked for.
 */
class ContainerLog {
public:
    /** The log of the pod's container that the query names, or why there is none, in the API server's words. */
    [[nodiscard]] static std::expected<ContainerLog, Reply> of(const QJsonObject &pod, const QUrlQuery &query);

    /** The lines from a moment on (that moment included) up to another one, both in nanoseconds since 1970. */
    [[nodiscard]] QByteArrayList lines(qint64 from, qint64 until, bool withTimes) const;
    /** The container writes nothing more. */
    [[nodiscard]] bool isOver() const { return m_finished.has_value(); }
    [[nodiscard]] qint64 started() const { return m_started; }

private:
    QString m_name;
    QString m_imageId;
    qint64 m_started = 0;
    std::optional<qint64> m_finished;
    int m_exitCode = 0;
    int m_counted = 0;  ///< lines of `seq`
};

/** The whole answer that PodLogOptions ask for, without following. `now` in nanoseconds since 1970. */
[[nodiscard]] Reply logReply(const QJsonObject &pod, const QUrlQuery &query, qint64 now);
/** sinceSeconds or sinceTime as a moment; 0 where the query names none. */
[[nodiscard]] qint64 sinceOf(const QUrlQuery &query, qint64 now);

}  // namespace practice
