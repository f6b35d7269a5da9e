// SPDX-License-Identifier: Apache-2.0
// How it stands: the status is the truth, events are newer than it by up to one sync and tell what it cannot.
#include "kube/duration.h"
#include "pull/story/scene.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Message::Kind;
using Phase = kube::ContainerState::Phase;
using Said = Evidence::Said;

namespace {

/** A blip of a probe this long ago is history. */
constexpr auto Recent = 60s;
/** API servers keep events for an hour unless told otherwise. */
constexpr auto EventLife = 1h;

class Outcome {
public:
    explicit Outcome(Voice &voice) : m_voice(voice), m_scene(voice.scene()), m_status(voice.scene().status) {}

    void tell()
    {
        if (!m_scene.isVolume() && m_scene.pod.nodeName.isEmpty()) {
            tellUnscheduled(m_voice);
        } else {
            m_imageTold = tellImage(m_voice);
            if (m_scene.isVolume())
                volume();
            else
                container();
            gaps();
        }
        if (!m_scene.pod.meta.deletionTimestamp.isNull() && !m_scene.isVolume())
            terminating();
    }

private:
    Statement &status(Verdict verdict, const QString &id, const QList<QString> &args, const QString &title)
    {
        Statement &s = m_voice.say(Step::Outcome, verdict, id, args, title);
        s.evidence = m_scene.stateField();
        s.source = Source::Status;
        return s;
    }

    Statement &event(const Said &said, Verdict verdict, const QString &id, const QList<QString> &args,
                     const QString &title)
    {
        return m_voice.sayBy(*said.event, Step::Outcome, verdict, id, args, title);
    }

    void volume()
    {
        if (!m_imageTold)
            m_voice.say(Step::Outcome, Verdict::Waiting, u"outcome.nothing"_s, {}, {}).source = Source::Nothing;
    }

    void container()
    {
        const Phase phase = m_status ? m_status->state.phase : Phase::None;
        switch (phase) {
        case Phase::Running: running(); break;
        case Phase::Terminated: terminated(); break;
        case Phase::Waiting: waiting(); break;
        case Phase::None: byEvents(); break;
        }
    }

    /** Where the status says nothing yet, the last event does. */
    void byEvents()
    {
        if (m_scene.evidence.said.isEmpty())
            return tellUntouched(m_voice);
        const auto *last = m_scene.evidence.newest({Kind::Pulling, Kind::Pulled, Kind::AlreadyPresent, Kind::PullFailed,
                                                    Kind::NeverPull, Kind::InspectFailed, Kind::Created, Kind::Started,
                                                    Kind::StartError, Kind::Killing, Kind::BackOffRestarting});
        if (!last)
            return tellUntouched(m_voice);
        switch (last->message.kind) {
        case Kind::Started:
            event(*last, Verdict::Good, u"outcome.started.event"_s, {}, u"started"_s).confidence = Confidence::Likely;
            break;
        case Kind::Created: event(*last, Verdict::Working, u"outcome.created"_s, {}, u"created"_s); break;
        case Kind::StartError:
            if (!isImageReason(last->message.text))
                startError(*last);
            else if (!m_imageTold)
                tellImageFailure(m_voice, last->message.text, nullptr);
            break;
        case Kind::Killing:
            event(*last, Verdict::Working, u"outcome.stopping"_s, {last->event->message}, u"stopping"_s);
            break;
        case Kind::BackOffRestarting:
            event(*last, Verdict::Failed, u"outcome.crashloop"_s, {}, u"CrashLoopBackOff"_s);
            m_voice.blame(u"CrashLoopBackOff"_s, last->event->message);
            break;
        case Kind::Pulled:
        case Kind::AlreadyPresent: event(*last, Verdict::Working, u"outcome.creating"_s, {}, u"creating"_s); break;
        default: break;
        }
    }

    void startError(const Said &said)
    {
        event(said, Verdict::Failed, u"outcome.starterror"_s, {said.message.text}, u"StartError"_s);
        m_voice.blame(u"StartError"_s, said.message.text);
    }

    void running()
    {
        const kube::Timestamp since = m_status->state.startedAt;
        const auto *after = since.isNull() ? nullptr : m_scene.evidence.newestAfter(since);
        if (after && after->message.kind != Kind::Started)
            return byEvents();  // it is on its way to the next start, or down; the status lags
        const auto *started = m_scene.evidence.newest(Kind::Started);
        if (started && (since.isNull() || (started->at + 2s > since)))
            event(*started, Verdict::Good, u"outcome.started"_s, {}, u"started"_s);
        else
            status(Verdict::Good, u"outcome.running"_s, {}, u"running"_s).gap = true;
        restarts();
        if (!m_status->imageId.isEmpty()) {
            status(Verdict::Good, u"outcome.runs"_s, {m_status->imageId}, {}).evidence =
                m_scene.statusField(u"imageID"_s);
        }
        if (m_scene.container.kind == kube::ContainerKind::Init)
            status(Verdict::Working, u"outcome.initruns"_s, {}, u"running"_s);
        else if (m_scene.pod.meta.deletionTimestamp.isNull())
            probes(since);
    }

    void restarts()
    {
        if (m_status->restartCount == 0)
            return;
        const kube::ContainerState &last = m_status->lastState;
        const Verdict verdict = m_voice.story().verdict;
        if (last.phase == Phase::Terminated && !last.finishedAt.isNull())
            status(verdict, u"outcome.restarted.last"_s,
                   {QString::number(m_status->restartCount), kube::age(last.finishedAt, m_scene.now), endText(last)},
                   {})
                .evidence = m_scene.statusField(u"lastState.terminated"_s);
        else
            status(verdict, u"outcome.restarted"_s, {QString::number(m_status->restartCount)}, {}).evidence =
                m_scene.statusField(u"restartCount"_s);
    }

    static QString endText(const kube::ContainerState &state)
    {
        const QString code =
            state.signal != 0 ? u"signal %1"_s.arg(state.signal) : u"exit code %1"_s.arg(state.exitCode);
        return state.reason.isEmpty() ? code : u"%1, %2"_s.arg(state.reason, code);
    }

    /** Readiness by the status; the words of a failing probe by its event. */
    void probes(kube::Timestamp since)
    {
        const Said *unhealthy = nullptr;
        for (const Said &said : m_scene.evidence.said)
            if (said.event->reason == u"Unhealthy" && (since.isNull() || said.at >= since))
                unhealthy = &said;
        const bool asked = m_scene.container.kind != kube::ContainerKind::Ephemeral;
        if (asked && !m_status->ready && unhealthy) {
            event(*unhealthy, Verdict::Waiting, u"outcome.notready.probe"_s, {unhealthy->event->message.trimmed()},
                  u"NotReady"_s);
            m_voice.blame(u"NotReady"_s, unhealthy->event->message);
        } else if (asked && !m_status->ready) {
            status(Verdict::Waiting, u"outcome.notready"_s, {}, u"NotReady"_s).evidence =
                m_scene.statusField(u"ready"_s);
        } else if (unhealthy && unhealthy->event->last() + Recent > m_scene.now) {
            event(*unhealthy, Verdict::Waiting, u"outcome.unhealthy"_s, {unhealthy->event->message.trimmed()},
                  u"Unhealthy"_s);
            m_voice.blame(u"Unhealthy"_s, unhealthy->event->message);
        }
    }

    void terminated()
    {
        const kube::ContainerState &state = m_status->state;
        const auto *after = state.finishedAt.isNull() ? nullptr : m_scene.evidence.newestAfter(state.finishedAt);
        if (after && after->message.kind != Kind::Killing)
            return byEvents();
        const bool good = state.exitCode == 0;
        const QString reason = state.reason.isEmpty() ? endText(state) : state.reason;
        status(good ? Verdict::Good : Verdict::Failed, u"outcome.terminated"_s, {endText(state)}, reason);
        if (!good)
            m_voice.blame(reason, state.message.isEmpty() ? endText(state) : state.message);
        restarts();
        if (!good)
            killed();
    }

    void waiting()
    {
        const QString &reason = m_status->state.reason;
        if (reason.isEmpty() || reason == u"ContainerCreating" || reason == u"PodInitializing")
            return byEvents();
        if (isImageReason(reason))
            return imageWaiting(reason);
        if (reason == u"CrashLoopBackOff")
            return crashLoop();
        // The other reasons are results of a start that got past the image.
        const auto *last = m_scene.evidence.newest({Kind::Started, Kind::StartError});
        if (last && last->message.kind == Kind::Started && m_scene.evidence.newest(Kind::StartError))
            return byEvents();
        const QString raw = m_status->state.message;
        status(Verdict::Failed, raw.isEmpty() ? u"outcome.waiting"_s : u"outcome.waiting.text"_s, {reason, raw},
               reason);
        m_voice.blame(reason, raw);
        restarts();
    }

    /** The status keeps the old reason while the next try is under way. */
    void imageWaiting(const QString &reason)
    {
        const kube::ContainerState &last = m_status->lastState;
        const auto *word = m_scene.evidence.newestOnImage();
        const bool stale = word && last.phase == Phase::Terminated && !last.finishedAt.isNull() &&
                           word->at < last.finishedAt && m_scene.evidence.newest(Kind::Started) > word;
        const bool good = word && (word->message.kind == Kind::Pulled || word->message.kind == Kind::AlreadyPresent);
        if (word && !stale && good)
            return byEvents();
        if (word && !stale && m_imageTold)
            return;
        if (reason == u"ErrImagePull" || reason == u"ImagePullBackOff" || reason == u"RegistryUnavailable" ||
            reason == u"SignatureValidationFailed")
            return tellImageFailure(m_voice, m_status->state.message, nullptr);
        const QString raw = m_status->state.message;
        status(Verdict::Failed, raw.isEmpty() ? u"outcome.waiting"_s : u"outcome.waiting.text"_s, {reason, raw},
               reason);
        m_voice.blame(reason, raw);
    }

    void crashLoop()
    {
        const kube::ContainerState &last = m_status->lastState;
        const auto *after = last.finishedAt.isNull() ? nullptr : m_scene.evidence.newestAfter(last.finishedAt);
        const Kind kind = after ? after->message.kind : Kind::Other;
        if (after && kind != Kind::StartError && kind != Kind::Killing)
            return byEvents();
        const auto *error = m_scene.evidence.newest(Kind::StartError);
        const bool neverRan =
            error && !isImageReason(error->message.text) && error > m_scene.evidence.newest(Kind::Started);
        Statement &s = status(Verdict::Failed, neverRan ? u"outcome.crashloop.start"_s : u"outcome.crashloop"_s, {},
                              u"CrashLoopBackOff"_s);
        s.evidence += u": "_s + m_status->state.message;
        if (neverRan)
            m_voice.blame(u"RunContainerError"_s, error->message.text);
        else
            m_voice.blame(u"CrashLoopBackOff"_s, last.message.isEmpty() ? m_status->state.message : last.message);
        restarts();
        killed();
    }

    /** A container whose probe fails does not end by itself. */
    void killed()
    {
        const auto *killing = m_scene.evidence.newest(Kind::Killing);
        if (!killing || !killing->event->message.contains(u"probe"_s))
            return;
        event(*killing, Verdict::Failed, u"outcome.killed"_s, {killing->event->message}, u"killed"_s);
        m_voice.blame(m_voice.story().failureCategory, killing->event->message);
    }

    void terminating()
    {
        const kube::Timestamp until = m_scene.pod.meta.deletionTimestamp;
        Statement &s = m_voice.say(Step::Outcome, Verdict::Working, u"outcome.terminating"_s, {until.toRfc3339()},
                                   u"Terminating"_s);
        s.evidence = u"metadata.deletionTimestamp"_s;
        s.source = Source::Status;
    }

    void gaps()
    {
        int silent = 0;
        for (const Attempt &attempt : m_voice.story().attempts)
            silent +=
                attempt.repeats > 1 || (attempt.pulling.isNull() && attempt.pulled.isNull() &&
                                        attempt.failed.isNull() && attempt.started.isNull() && attempt.created.isNull())
                    ? attempt.repeats
                    : 0;
        if (silent > 0)
            m_voice.gap(Step::Outcome, silent == 1 ? u"gap.uncounted.one"_s : u"gap.uncounted"_s,
                        {QString::number(silent)});
        if (m_scene.evidence.combined > 0)
            m_voice.gap(Step::Outcome, u"gap.combined"_s, {});
        int written = 0;
        for (const QList<kube::EventPtr> &some :
             {m_scene.evidence.own, m_scene.evidence.others, m_scene.evidence.ofPod})
            for (const kube::EventPtr &event : some)
                written += event->from() == u"kubelet" ? event->occurrences() : 0;
        if (written >= 25)
            m_voice.gap(Step::Outcome, u"gap.limited"_s, {});
        const bool acted = m_status && (m_status->state.phase == Phase::Running ||
                                        m_status->state.phase == Phase::Terminated || m_status->restartCount > 0);
        if (!acted || !m_scene.evidence.said.isEmpty())
            return;
        const kube::Timestamp born = m_scene.pod.meta.creationTimestamp;
        const bool old = !born.isNull() && born + EventLife < m_scene.now;
        m_voice.gap(Step::Outcome, old ? u"gap.expired"_s : u"gap.noevents"_s, {});
    }

    Voice &m_voice;
    const Scene &m_scene;
    const kube::ContainerStatus *m_status;
    bool m_imageTold = false;
};

}  // namespace

void tellOutcome(Voice &voice)
{
    Outcome(voice).tell();
}

}  // namespace pull
