// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/errand.h"
#include "decode/trace.h"
#include "net/session.h"

#include <QElapsedTimer>

#include <functional>

namespace command {

/** How long a write may take, and how long what became of it is looked for where its answer was lost. */
struct Patience {
    std::chrono::milliseconds answer{30'000};  ///< given up when nothing moved for so long
    /** The API server ends an operation within 34 s (apiserver endpoints/handlers): what is not there then never comes.
     */
    std::chrono::milliseconds settle{34'000};
    std::chrono::milliseconds pause{1'000};  ///< between the first two looks; doubled each time

    void limit(net::Request &request) const { request.quietLimit = request.headLimit = answer; }
};

/** What was found out of a write whose answer was lost. */
struct Finding {
    Fate fate = Fate::Unknown;
    QString why;               ///< one clause, for a person; empty where the fate is Done
    bool isUntouched = false;  ///< of Remove: the object is there and nobody deletes it: the same DELETE is safe
    bool operator==(const Finding &) const = default;
};

/**
 * Whether the object that is there now came of our POST: by its managers, and by its birth against `sent`, when we sent
 * it by the server's clock. Null `sent`: the server told no time. Pure.
 */
[[nodiscard]] Finding judgeCreation(const decode::Trace &there, kube::Timestamp sent);
/** Whether the object with `uid` is gone or going, given the one that has its name now. Pure. */
[[nodiscard]] Finding judgeRemoval(const decode::Trace &there, const QString &uid);

/**
 * Looks for the object of a lost Create or Remove until it is known what became of it, or the time is over. Only
 * reads. Deletes itself when done. One thread.
 */
class Settlement : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Finding &)>;

    /** `age`: since the write was sent. `wasAnswered`: the server said 5xx: two looks, and absence proves nothing. */
    Settlement(net::Session &session, const Errand &errand, const Patience &patience, QElapsedTimer age,
               bool wasAnswered, Done done, QObject *parent);
    void start() { look(); }

private:
    void look();
    void take(const kube::Result<net::Reply> &reply);
    void takeAbsence();
    void wait(const QString &why);
    void finish(const Finding &finding);
    [[nodiscard]] std::chrono::milliseconds left() const;

    net::Session &m_session;
    Errand m_errand;
    Patience m_patience;
    Done m_done;
    QElapsedTimer m_age;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_pause;
    bool m_wasAnswered;
    bool m_isLast = false;
};

}  // namespace command
