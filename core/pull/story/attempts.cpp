// SPDX-License-Identifier: Apache-2.0
#include "pull/story/attempts.h"

#include <QHash>

#include <algorithm>
#include <numeric>

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

/** The last of what is known to come before the start. */
kube::Timestamp ready(const Attempt &attempt)
{
    return std::max({attempt.pulling, attempt.pulled, attempt.created});
}

/** The try that a run belongs to; null where none of those that are told fits. `allTold`: no try is without a trace. */
Attempt *tryOf(QList<Attempt> &attempts, kube::Timestamp startedAt, bool allTold)
{
    for (qsizetype i = attempts.size() - 1; i >= 0; --i) {
        const Attempt &attempt = attempts.at(i);
        if (!attempt.started.isNull() && attempt.started < startedAt + 2s && startedAt < attempt.started + 2s)
            return &attempts[i];
    }
    // Counted events leave the starts in between untold: then it is the last try before it that has none.
    for (qsizetype i = attempts.size() - 1; i >= 0; --i) {
        const Attempt &attempt = attempts.at(i);
        if (!attempt.started.isNull() || !attempt.failed.isNull() || ready(attempt).isNull())
            continue;
        const bool pulls = allTold && i == attempts.size() - 1 && attempt.pulled.isNull() && attempt.created.isNull();
        if (ready(attempt) < startedAt + 1s && (pulls || startedAt < ready(attempt) + 60s))
            return &attempts[i];
    }
    return nullptr;
}

int sum(const QList<Attempt> &attempts)
{
    return std::accumulate(attempts.begin(), attempts.end(), 0,
                           [](int tries, const Attempt &attempt) { return tries + attempt.repeats; });
}

bool isSilent(const Attempt &attempt)
{
    return attempt.started.isNull() && attempt.failed.isNull() && ready(attempt).isNull();
}

/** Puts what the status knows of runs and restarts to the tries that events tell of. */
class StatusNotes {
public:
    StatusNotes(QList<Attempt> &attempts, const kube::ContainerStatus &status, int imageFailures)
        : m_attempts(attempts), m_status(status)
    {
        const bool ran = !status.state.ranFrom().isNull() || !status.lastState.ranFrom().isNull();
        // Each restart had a try, and those that failed before it could run come on top.
        const int atLeast = ran || status.restartCount > 0 ? status.restartCount + 1 + imageFailures : 0;
        m_untold = std::max(0, atLeast - sum(attempts));
    }

    void note()
    {
        run(m_status.lastState);
        run(m_status.state);
        if (m_untold == 0)
            return;
        Attempt silent;
        silent.repeats = m_untold;
        m_attempts.insert(std::max<qsizetype>(m_attempts.size() - 1, 0), silent);
    }

private:
    void run(const kube::ContainerState &state)
    {
        const kube::Timestamp from = state.ranFrom();
        if (from.isNull())
            return;
        Attempt *ran = tryOf(m_attempts, from, m_untold == 0);
        if (!ran)
            ran = room(from);
        if (!ran)
            return;
        if (ran->started.isNull())
            ran->started = from;
        if (state.phase == kube::ContainerState::Phase::Terminated)
            ran->ended = state.finishedAt;
    }

    /** A place for a run whose events are missing: one of the tries that are only counted, else one more. */
    Attempt *room(kube::Timestamp from)
    {
        const auto later = std::ranges::find_if(m_attempts, [&](const Attempt &attempt) {
            return std::max({ready(attempt), attempt.failed, attempt.started}) > from + 1s;
        });
        if (later != m_attempts.begin() && isSilent(*std::prev(later))) {
            const auto silent = std::prev(later);
            if (silent->repeats == 1)
                return &*silent;
            --silent->repeats;
            return &*m_attempts.insert(later, Attempt());
        }
        if (m_untold == 0)
            return nullptr;
        --m_untold;
        return &*m_attempts.insert(later, Attempt());
    }

    QList<Attempt> &m_attempts;
    const kube::ContainerStatus &m_status;
    int m_untold = 0;  ///< tries that neither events nor runs tell of
};

}  // namespace

QList<Attempt> attemptsOf(const Evidence &evidence, const kube::ContainerStatus *status)
{
    Builder builder;
    for (const Said &said : evidence.said)
        builder.add(said);
    QList<Attempt> attempts = builder.take();
    if (status) {
        int imageFailures = 0;
        for (const kube::EventPtr &event : evidence.own) {
            const Kind kind = readMessage(*event).kind;
            if (kind == Kind::PullFailed || kind == Kind::NeverPull || kind == Kind::InspectFailed)
                imageFailures += event->occurrences();
        }
        StatusNotes(attempts, *status, imageFailures).note();
    }
    bool ran = false;
    for (Attempt &attempt : attempts) {
        attempt.restart = ran;
        ran = ran || !attempt.started.isNull();
    }
    return attempts;
}

}  // namespace pull
