// SPDX-License-Identifier: Apache-2.0
#include "pull/attempts.h"

#include <QHash>

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Message::Kind;
using Said = Evidence::Said;

namespace {

/** Puts what was said, in order, into tries. */
class Builder {
public:
    void add(const Said &said)
    {
        place(said);
        if (m_attempts.isEmpty() || !leads(said.message))
            return;
        const Spoken now{m_attempts.size() - 1, said.nth};
        const auto before = m_spoken.constFind(said.event->meta.uid);
        if (before != m_spoken.constEnd())
            m_counted.append({before->attempt, now.attempt, now.nth - before->nth});
        m_spoken.insert(said.event->meta.uid, now);
    }

    QList<Attempt> take()
    {
        fillUncounted();
        return m_attempts;
    }

private:
    /** In which try an event was said, for the nth time. */
    struct Spoken {
        qsizetype attempt;
        int nth;
    };
    /** Two tries that an event puts `distance` apart. */
    struct Counted {
        qsizetype first;
        qsizetype last;
        int distance;
    };

    /** Whether there is one of it in every try. */
    static bool leads(const Message &message)
    {
        switch (message.kind) {
        case Kind::Pulling:
        case Kind::Pulled:
        case Kind::AlreadyPresent:
        case Kind::NeverPull:
        case Kind::PullFailed:
        case Kind::InspectFailed:
        case Kind::Created:
        case Kind::Started: return true;
        default: return false;
        }
    }

    [[nodiscard]] bool closed() const
    {
        return m_attempts.isEmpty() || !m_attempts.last().started.isNull() || !m_attempts.last().failed.isNull();
    }

    Attempt &open(bool fresh)
    {
        if (fresh || m_attempts.isEmpty())
            m_attempts.append(Attempt());
        return m_attempts.last();
    }

    void place(const Said &said)
    {
        const Message &m = said.message;
        switch (m.kind) {
        case Kind::Pulling: open(true).pulling = said.at; break;
        case Kind::Pulled:
        case Kind::AlreadyPresent: {
            const bool local = m.kind == Kind::AlreadyPresent;
            Attempt &attempt = open(closed() || local || !m_attempts.last().pulled.isNull());
            attempt.pulled = said.at;
            attempt.pullTime = m.pullTime;
            attempt.totalTime = m.totalTime;
            attempt.imageBytes = m.bytes;
            attempt.alreadyPresent = local;
            break;
        }
        case Kind::PullFailed:
            if (!m_attempts.isEmpty() && failedByReason())  // the two events of one failure may come either way round
                m_attempts.last().failure = m.text;
            else
                fail(said, m.text);
            break;
        case Kind::NeverPull:
        case Kind::InspectFailed: fail(said, m.text.isEmpty() ? said.event->message : m.text); break;
        case Kind::StartError: startError(said); break;
        case Kind::BackOffPulling:
        case Kind::BackOffRestarting:
            if (!m_attempts.isEmpty() && m_attempts.last().backingOff.isNull())
                m_attempts.last().backingOff = said.at;
            break;
        case Kind::Created: open(closed() || !m_attempts.last().created.isNull()).created = said.at; break;
        case Kind::Started: open(closed()).started = said.at; break;
        default: break;
        }
    }

    void fail(const Said &said, const QString &text)
    {
        Attempt &attempt = open(closed() || !m_attempts.last().pulled.isNull());
        attempt.failed = said.at;
        attempt.failure = text;
    }

    [[nodiscard]] bool failedByReason() const
    {
        return !m_attempts.last().failed.isNull() && m_attempts.last().failure.isEmpty();
    }

    /** `Error: ErrImagePull` ends a pull whose other event is not here yet; any other text ends a start. */
    void startError(const Said &said)
    {
        const bool ofImage = isImageReason(said.message.text);
        if (!ofImage)
            return failStart(said);
        if (!m_attempts.isEmpty() && !closed() && said.message.text != u"ImagePullBackOff" &&
            m_attempts.last().pulled.isNull())
            m_attempts.last().failed = said.at;
    }

    void failStart(const Said &said)
    {
        Attempt &attempt = open(closed());
        attempt.failed = said.at;
        attempt.failure = said.message.text;
    }

    /** Between two known occurrences of a counted event lie tries of which nothing but the number is left. */
    void fillUncounted()
    {
        for (qsizetype i = 0; i < m_counted.size(); ++i) {
            const Counted counted = m_counted.at(i);
            int between = 0;
            for (qsizetype a = counted.first; a < counted.last; ++a)
                between += m_attempts.at(a).repeats;
            const int missing = counted.distance - between;
            if (missing <= 0)
                continue;
            Attempt silent;
            silent.repeats = missing;
            m_attempts.insert(counted.last, silent);
            for (Counted &other : m_counted) {
                other.first += other.first >= counted.last ? 1 : 0;
                other.last += other.last >= counted.last ? 1 : 0;
            }
        }
    }

    QList<Attempt> m_attempts;
    QHash<QString, Spoken> m_spoken;  ///< by event uid
    QList<Counted> m_counted;
};

/**
 * Notes a run that the status tells of. It belongs to the try whose Started event it fits, else to the last try before
 * it of which no start is told: counted events leave the starts in between untold.
 */
void noteRun(QList<Attempt> &attempts, const kube::ContainerState &state)
{
    const kube::Timestamp at = state.startedAt;
    if (at.isNull())
        return;
    Attempt *ran = nullptr;
    for (Attempt &attempt : attempts)
        if (!attempt.started.isNull() && attempt.started < at + 2s && at < attempt.started + 2s)
            ran = &attempt;
    for (qsizetype i = attempts.size() - 1; i >= 0 && !ran; --i) {
        Attempt &attempt = attempts[i];
        const kube::Timestamp ready = std::max(attempt.pulled, attempt.created);
        if (!attempt.started.isNull() || !attempt.failed.isNull() || ready.isNull())
            continue;
        if (ready < at + 1s && at < ready + 60s) {
            attempt.started = at;
            ran = &attempt;
        }
    }
    if (ran && state.phase == kube::ContainerState::Phase::Terminated)
        ran->ended = state.finishedAt;
}

}  // namespace

QList<Attempt> attemptsOf(const Evidence &evidence, const kube::ContainerStatus *status)
{
    Builder builder;
    for (const Said &said : evidence.said)
        builder.add(said);
    QList<Attempt> attempts = builder.take();
    if (status) {
        noteRun(attempts, status->lastState);
        noteRun(attempts, status->state);
    }
    bool ran = false;
    for (Attempt &attempt : attempts) {
        attempt.restart = ran;
        ran = ran || !attempt.started.isNull();
    }
    return attempts;
}

}  // namespace pull
