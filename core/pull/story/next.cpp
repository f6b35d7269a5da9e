// SPDX-License-Identifier: Apache-2.0
// What happens next, and when: the rule that follows from how it stands.
#include "kube/duration.h"
#include "pull/kubelet/backoff.h"
#include "pull/story/scene.h"

#include <QRegularExpression>
#include <QSet>

namespace pull {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** From here on the kubelet restarts at the very end of the crash-loop wait, not at the sync after it. */
constexpr kube::Version ExactRestart{35};

/** Statements that add to an outcome without being it. */
bool isAside(const QString &id)
{
    static const QSet<QString> asides = {u"outcome.restarted"_s,       u"outcome.restarted.last"_s, u"outcome.runs"_s,
                                         u"outcome.revalidated"_s,     u"outcome.overcome"_s,       u"outcome.killed"_s,
                                         u"outcome.overcome.pulling"_s};
    return asides.contains(id);
}

QString outcomeOf(const Story &story)
{
    for (auto it = story.statements.crbegin(); it != story.statements.crend(); ++it)
        if (it->step == Step::Outcome && !isAside(it->id) && !it->id.startsWith(u"gap."))
            return it->id;
    return {};
}

/** The one sentence that follows from an outcome, where it needs nothing else. */
QString plainNext(const QString &outcome)
{
    static const QHash<QString, QString> rules = {
        {u"outcome.unscheduled"_s, u"next.schedule"_s},
        {u"outcome.unschedulable"_s, u"next.schedule"_s},
        {u"outcome.pulling"_s, u"next.pulled"_s},
        {u"outcome.creating"_s, u"next.start"_s},
        {u"outcome.created"_s, u"next.start"_s},
        {u"outcome.init"_s, u"next.init"_s},
        {u"outcome.init.stuck"_s, u"next.init.stuck"_s},
        {u"outcome.blocked"_s, u"next.blocked"_s},
        {u"outcome.turn"_s, u"next.turn"_s},
        {u"outcome.taken"_s, u"next.taken"_s},
        {u"outcome.nothing"_s, u"next.taken"_s},
        {u"outcome.never"_s, u"next.never"_s},
        {u"outcome.never.once"_s, u"next.never"_s},
        {u"outcome.badname"_s, u"next.badname"_s},
        {u"outcome.inspect"_s, u"next.again"_s},
        {u"outcome.starterror"_s, u"next.again"_s},
        {u"outcome.waiting"_s, u"next.again"_s},
        {u"outcome.waiting.text"_s, u"next.again"_s},
        {u"outcome.notready"_s, u"next.ready"_s},
        {u"outcome.notready.probe"_s, u"next.ready"_s},
        {u"outcome.unhealthy"_s, u"next.unhealthy"_s},
        {u"outcome.stopping"_s, u"next.stopping"_s},
        {u"outcome.initruns"_s, u"next.init.done"_s},
        {u"outcome.podended"_s, u"next.none"_s},
    };
    return rules.value(outcome);
}

QString clock(kube::Timestamp at)
{
    return at.toRfc3339().mid(11, 8);
}

class Next {
public:
    explicit Next(Voice &voice) : m_voice(voice), m_scene(voice.scene()) {}

    void tell()
    {
        const QString outcome = outcomeOf(m_voice.story());
        if (outcome == u"outcome.failed" || outcome == u"outcome.backoff")
            return retry();
        forgetRetry();
        if (outcome == u"outcome.terminating")
            return say(m_scene.pod.meta.deletionTimestamp < m_scene.now ? u"next.gone.late"_s : u"next.gone"_s,
                       {clock(m_scene.pod.meta.deletionTimestamp)}, Verdict::Working);
        if (outcome.startsWith(u"outcome.crashloop"))
            return restart();
        if (outcome == u"outcome.terminated")
            return afterEnd();
        if (outcome == u"outcome.started" || outcome == u"outcome.started.event" || outcome == u"outcome.running")
            return say(m_scene.container.policy == kube::PullPolicy::Always ? u"next.runs.always"_s
                                                                            : u"next.runs.local"_s,
                       {}, Verdict::Good);
        const QString category = m_voice.story().failureCategory;
        if (category == u"ErrImageNeverPull")
            return say(u"next.never"_s, {}, Verdict::Waiting);
        if (category == u"InvalidImageName")
            return say(u"next.badname"_s, {}, Verdict::Waiting);
        if (const QString id = plainNext(outcome); !id.isEmpty())
            say(id, {}, outcome == u"outcome.podended" ? Verdict::Good : Verdict::Waiting);
    }

private:
    void say(const QString &id, const QList<QString> &args, Verdict verdict)
    {
        Statement &s = m_voice.say(Step::Next, verdict, id, args, {});
        s.ground = u"ground.sync"_s;
        s.confidence = Confidence::Likely;
    }

    void forgetRetry() { m_voice.story().nextTryFrom = m_voice.story().nextTryUntil = {}; }

    /** `from` and `until` are times; the statement carries the first. */
    void window(const QString &id, const QString &late, kube::Timestamp from, kube::Timestamp until)
    {
        m_voice.story().nextTryFrom = from;
        m_voice.story().nextTryUntil = until;
        say(m_scene.now > until ? late : id, {clock(from), clock(until)}, Verdict::Waiting);
        Statement &s = m_voice.story().statements.last();
        s.at = from;
        s.ground = u"ground.backoff"_s;
        if (m_scene.now > until)
            s.confidence = Confidence::Guess;
    }

    void retry()
    {
        const Story &story = m_voice.story();
        if (story.nextTryFrom.isNull())
            return say(u"next.retry.unknown"_s, {}, Verdict::Waiting);
        window(u"next.retry"_s, u"next.retry.late"_s, story.nextTryFrom, story.nextTryUntil);
    }

    /** The kubelet names the wait; it counts from the end of the last run. */
    void restart()
    {
        static const QRegularExpression wait(u"\\Aback-off (\\S+) restarting failed container"_s);
        const kube::ContainerStatus *status = m_scene.status;
        const auto length =
            status ? kube::parseGoDuration(wait.match(status->state.message).captured(1)) : std::nullopt;
        if (!length || status->lastState.finishedAt.isNull())
            return say(u"next.restart.unknown"_s, {}, Verdict::Waiting);
        const kube::Timestamp from = status->lastState.finishedAt + *length;
        window(u"next.restart"_s, u"next.restart.late"_s, from,
               from + (m_scene.kubelet < ExactRestart ? SyncDelay + 1s : 2s));
    }

    void afterEnd()
    {
        const bool good = m_scene.status && m_scene.status->state.exitCode == 0;
        const bool init = m_scene.container.kind == kube::ContainerKind::Init;
        const QString &policy = m_scene.pod.restartPolicy;
        if (good && init)
            return say(m_scene.pod.phase == u"Pending" ? u"next.init.ended"_s : u"next.none"_s, {}, Verdict::Good);
        if (m_scene.container.kind == kube::ContainerKind::Ephemeral || policy == u"Never" ||
            (good && policy == u"OnFailure"))
            return say(good ? u"next.none"_s : u"next.none.failed"_s, {}, good ? Verdict::Good : Verdict::Failed);
        say(u"next.restart.unknown"_s, {}, Verdict::Waiting);
    }

    Voice &m_voice;
    const Scene &m_scene;
};

}  // namespace

void tellNext(Voice &voice)
{
    Next(voice).tell();
}

}  // namespace pull
