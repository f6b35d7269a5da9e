// SPDX-License-Identifier: Apache-2.0
#include "pull/story.h"

#include "kube/duration.h"
#include "pull/attempts.h"
#include "pull/failure.h"
#include "pull/policyorigin.h"
#include "pull/presence.h"

namespace pull {

using namespace Qt::StringLiterals;
using Kind = Message::Kind;
using Phase = kube::ContainerState::Phase;

namespace {

/** Tells one container's story. */
class Teller {
public:
    Teller(const kube::Pod &pod, const kube::Container &container, std::span<const kube::EventPtr> events,
           const kube::Node *node, kube::Timestamp now)
        : m_pod(pod), m_container(container), m_status(pod.statusOf(container)), m_now(now),
          m_evidence(gather(pod, container, events)), m_image(parseImageReference(container.image, kubelet(node))),
          m_presence(presenceOnNode(m_image, node))
    {
        m_story.container = container.name;
        m_story.kind = container.kind;
        m_story.attempts = m_evidence.attempts;
    }

    Story tell()
    {
        image();
        policy();
        node();
        decision();
        outcome();
        m_story.verdict = m_story.statements.constLast().verdict;
        return m_story;
    }

private:
    static kube::Version kubelet(const kube::Node *node)
    {
        return node ? kube::Version::parse(node->kubeletVersion).value_or(kube::Version()) : kube::Version();
    }

    Statement &say(Step step, Verdict verdict, const QString &id, const QList<QString> &args, const QString &title,
                   const QString &evidence)
    {
        Statement statement;
        statement.step = step;
        statement.verdict = verdict;
        statement.id = id;
        statement.args = args;
        statement.title = title;
        statement.evidence = evidence;
        m_story.statements.append(statement);
        return m_story.statements.last();
    }

    void sayBy(const Evidence::Said &said, Verdict verdict, const QString &id, const QList<QString> &args,
               const QString &title)
    {
        Statement &s = say(Step::Outcome, verdict, id, args, title,
                           u"event %1: %2"_s.arg(said.event->reason, said.event->message));
        s.eventUid = said.event->meta.uid;
        s.at = said.event->last();
    }

    QString field(const QString &name) const
    {
        const bool init =
            m_container.kind == kube::ContainerKind::Init || m_container.kind == kube::ContainerKind::Sidecar;
        return u"spec.%1{%2}.%3"_s.arg(init ? u"initContainers"_s : u"containers"_s, m_container.name, name);
    }

    void image()
    {
        if (!m_image.isValid())
            say(Step::Image, Verdict::Failed, u"image.invalid"_s, {m_container.image, m_image.error}, m_container.image,
                field(u"image"_s));
        else
            say(Step::Image, Verdict::Good, m_image.tagDefaulted ? u"image.latest"_s : u"image.valid"_s,
                {m_container.image, m_image.normalized()}, m_container.image, field(u"image"_s));
    }

    void policy()
    {
        const QString policy = kube::toString(m_container.policy);
        if (m_container.policy == kube::PullPolicy::Unset) {
            say(Step::Policy, Verdict::Unknown, u"policy.unset"_s, {}, {}, field(u"imagePullPolicy"_s));
            return;
        }
        const PolicyOrigin origin = policyOrigin(m_pod, m_container);
        const QString tag = m_image.isValid() && m_image.tag == u"latest" ? u".latest"_s : u".other"_s;
        const QString evidence = field(u"imagePullPolicy"_s) + u"; "_s + origin.evidence;
        switch (origin.kind) {
        case PolicyOrigin::Kind::Explicit:
            say(Step::Policy, Verdict::Good, u"policy.explicit"_s, {policy}, policy, evidence);
            break;
        case PolicyOrigin::Kind::Defaulted:
            say(Step::Policy, Verdict::Good, u"policy.defaulted"_s + tag, {policy}, policy, evidence);
            break;
        case PolicyOrigin::Kind::Rewritten: {
            const QString written =
                origin.written == kube::PullPolicy::Unset ? u"nothing"_s : kube::toString(origin.written);
            say(Step::Policy, Verdict::Good, u"policy.rewritten"_s, {policy, written}, policy, evidence);
            break;
        }
        case PolicyOrigin::Kind::CannotTell:
            say(Step::Policy, Verdict::Good, u"policy.cannottell"_s + tag, {policy}, policy, evidence);
            break;
        }
    }

    void node()
    {
        const QString name = m_pod.nodeName;
        if (name.isEmpty()) {
            say(Step::Node, Verdict::Waiting, u"node.none"_s, {}, {}, u"spec.nodeName"_s);
            return;
        }
        if (const auto *found = m_evidence.newest(Kind::AlreadyPresent)) {
            say(Step::Node, Verdict::Good, u"node.found"_s, {name}, name, u"event Pulled: "_s + found->event->message);
            return;
        }
        if (const auto *never = m_evidence.newest(Kind::NeverPull)) {
            say(Step::Node, Verdict::Failed, u"node.lacked"_s, {name}, name,
                u"event %1: %2"_s.arg(never->event->reason, never->event->message));
            return;
        }
        const bool pulled = m_evidence.newest(Kind::Pulled) != nullptr;
        if (pulled && m_container.policy == kube::PullPolicy::IfNotPresent)  // it pulls only what is absent
            say(Step::Node, Verdict::Good, u"node.lacked"_s, {name}, name,
                u"rule: IfNotPresent pulls only what is absent"_s);
        else if (m_presence.presence == Presence::Present)
            say(Step::Node, Verdict::Good, pulled ? u"node.pulled"_s : u"node.present"_s, {name}, name,
                m_presence.evidence);
        else if (m_presence.presence == Presence::AbsentLikely && !pulled)
            say(Step::Node, Verdict::Waiting, u"node.absent"_s, {name}, name, m_presence.evidence);
        else
            say(Step::Node, Verdict::Unknown, u"node.unknown"_s, {name, m_presence.evidence}, name,
                m_presence.evidence);
    }

    void decision()
    {
        const auto decide = [&](Verdict verdict, const QString &id, const QString &title) {
            say(Step::Decision, verdict, id, {}, title, u"rule: the kubelet's EnsureImageExists"_s);
        };
        if (!m_image.isValid())
            return decide(Verdict::Failed, u"decision.badname"_s, u"InvalidImageName"_s);
        if (m_pod.nodeName.isEmpty())
            return decide(Verdict::Waiting, u"decision.wait"_s, {});
        const bool found = m_evidence.newest(Kind::AlreadyPresent) != nullptr;
        const bool lacked = m_evidence.newest(Kind::Pulling) || m_evidence.newest(Kind::NeverPull);
        switch (m_container.policy) {
        case kube::PullPolicy::Always: return decide(Verdict::Good, u"decision.always"_s, u"ask the registry"_s);
        case kube::PullPolicy::Never:
            if (found)
                return decide(Verdict::Good, u"decision.uselocal"_s, u"use the local image"_s);
            return lacked ? decide(Verdict::Failed, u"decision.refuse"_s, u"refuse"_s)
                          : decide(Verdict::Unknown, u"decision.never"_s, u"use the local image or refuse"_s);
        case kube::PullPolicy::IfNotPresent:
            if (found)
                return decide(Verdict::Good, u"decision.uselocal"_s, u"use the local image"_s);
            return lacked ? decide(Verdict::Good, u"decision.pull"_s, u"pull"_s)
                          : decide(Verdict::Unknown, u"decision.depends"_s, u"use the local image or pull"_s);
        case kube::PullPolicy::Unset: return decide(Verdict::Unknown, u"decision.depends"_s, {});
        }
    }

    void outcome()
    {
        if (m_pod.nodeName.isEmpty()) {
            say(Step::Outcome, Verdict::Waiting, u"outcome.unscheduled"_s, {}, {}, u"spec.nodeName"_s);
            return;
        }
        imageOutcome();
        containerOutcome();
        if (m_story.statements.constLast().step != Step::Outcome)
            say(Step::Outcome, Verdict::Waiting, u"outcome.nothing"_s, {}, {}, u"no event of this container"_s);
    }

    /** Whether `said` is the newest word on the image. */
    bool isNewestOnImage(const Evidence::Said *said) const
    {
        if (!said)
            return false;
        for (const Kind kind : {Kind::Pulling, Kind::Pulled, Kind::AlreadyPresent, Kind::PullFailed, Kind::NeverPull})
            if (const auto *other = m_evidence.newest(kind); other && other->event->last() > said->event->last())
                return false;
        return true;
    }

    void imageOutcome()
    {
        const auto *pulled = m_evidence.newest(Kind::Pulled);
        const auto *present = m_evidence.newest(Kind::AlreadyPresent);
        const auto *never = m_evidence.newest(Kind::NeverPull);
        const auto *pulling = m_evidence.newest(Kind::Pulling);
        const auto *failed = m_evidence.newest(Kind::PullFailed);
        if (isNewestOnImage(pulled))
            sayPulled(*pulled);
        else if (isNewestOnImage(present))
            sayBy(*present, Verdict::Good, u"outcome.present"_s, {}, u"already present"_s);
        else if (isNewestOnImage(never))
            sayNever(*never);
        else if (isNewestOnImage(failed))
            sayFailed(failed->message.text, failed);
        else if (pulling && m_status && m_status->state.phase == Phase::Waiting)
            sayBy(*pulling, Verdict::Working, u"outcome.pulling"_s, {kube::age(pulling->event->last(), m_now)},
                  u"pulling"_s);
    }

    void sayPulled(const Evidence::Said &pulled)
    {
        const Message &m = pulled.message;
        if (m.pullTime && m.totalTime && *m.totalTime - *m.pullTime > std::chrono::milliseconds(100))
            sayBy(pulled, Verdict::Good, u"outcome.pulled.queue"_s,
                  {kube::goDuration(*m.pullTime), kube::goDuration(*m.totalTime)}, u"pulled"_s);
        else if (m.pullTime || m.totalTime)
            sayBy(pulled, Verdict::Good, u"outcome.pulled"_s,
                  {kube::goDuration(m.pullTime.value_or(m.totalTime.value_or(std::chrono::nanoseconds(0))))},
                  u"pulled"_s);
        else
            sayBy(pulled, Verdict::Good, u"outcome.pulled.unknown"_s, {}, u"pulled"_s);
    }

    void sayNever(const Evidence::Said &never)
    {
        m_story.failureCategory = u"ErrImageNeverPull"_s;
        m_story.rawFailure = never.event->message;
        const int times = never.event->occurrences();
        if (times > 1)
            sayBy(never, Verdict::Failed, u"outcome.never"_s,
                  {QString::number(times), kube::humanDuration(never.event->last() - never.event->first())},
                  u"ErrImageNeverPull"_s);
        else
            sayBy(never, Verdict::Failed, u"outcome.never.once"_s, {}, u"ErrImageNeverPull"_s);
    }

    void sayFailed(const QString &text, const Evidence::Said *event)
    {
        const Failure failure = classifyFailure(text, m_container.image);
        m_story.failureCategory = failure.category;
        m_story.rawFailure = text;
        const bool waits = m_status && m_status->state.reason == u"ImagePullBackOff";
        const QString meaning = QString::fromUtf8(adviceFor(failure.category).meaning);
        if (event) {
            sayBy(*event, Verdict::Failed, waits ? u"outcome.backoff"_s : u"outcome.failed"_s, {meaning},
                  failure.category);
            backOff(event->event);
        } else {
            say(Step::Outcome, Verdict::Failed, waits ? u"outcome.backoff"_s : u"outcome.failed"_s, {meaning},
                failure.category, statusEvidence());
        }
    }

    /** 10 s doubling to 300 s after each failure; the sync that retries is up to 15 s late. */
    void backOff(const kube::EventPtr &failed)
    {
        int seconds = 10;
        for (int i = 1; i < failed->occurrences() && seconds < 300; ++i)
            seconds *= 2;
        m_story.nextTryFrom = failed->last() + std::chrono::seconds(std::min(seconds, 300));
        m_story.nextTryUntil = m_story.nextTryFrom + std::chrono::seconds(16);
    }

    QString statusEvidence() const { return u"status.containerStatuses{%1}.state"_s.arg(m_container.name); }

    void containerOutcome()
    {
        if (!m_status)
            return;
        const kube::ContainerState &state = m_status->state;
        if (state.phase == Phase::Running) {
            if (const auto *started = m_evidence.newest(Kind::Started))
                sayBy(*started, Verdict::Good, u"outcome.started"_s, {}, u"started"_s);
            else
                say(Step::Outcome, Verdict::Good, u"outcome.running"_s, {}, u"running"_s, statusEvidence());
            if (m_status->restartCount > 0)
                say(Step::Outcome, Verdict::Good, u"outcome.restarted"_s, {QString::number(m_status->restartCount)}, {},
                    statusEvidence());
        } else if (state.phase == Phase::Terminated) {
            const QString reason = state.reason.isEmpty() ? u"exit code %1"_s.arg(state.exitCode) : state.reason;
            say(Step::Outcome, state.exitCode == 0 ? Verdict::Good : Verdict::Failed, u"outcome.terminated"_s, {reason},
                reason, statusEvidence());
        } else if (state.phase == Phase::Waiting) {
            waiting(state);
        }
    }

    void waiting(const kube::ContainerState &state)
    {
        const bool imageTold = m_story.statements.constLast().step == Step::Outcome;
        const bool pullReason = state.reason == u"ErrImagePull" || state.reason == u"ImagePullBackOff";
        if (!imageTold && pullReason && !state.message.isEmpty())
            return sayFailed(state.message, nullptr);
        const bool fresh =
            state.reason == u"ContainerCreating" || state.reason == u"PodInitializing" || state.reason.isEmpty();
        if (imageTold && (pullReason || fresh || state.reason == m_story.failureCategory))
            return;
        if (!fresh && m_story.failureCategory.isEmpty()) {
            m_story.failureCategory = state.reason;
            m_story.rawFailure = state.message;
        }
        say(Step::Outcome, fresh ? Verdict::Waiting : Verdict::Failed, u"outcome.waiting"_s,
            {state.reason.isEmpty() ? u"unknown"_s : state.reason}, state.reason, statusEvidence());
    }

    const kube::Pod &m_pod;
    const kube::Container &m_container;
    const kube::ContainerStatus *m_status;
    kube::Timestamp m_now;
    Evidence m_evidence;
    ImageReference m_image;
    PresenceOnNode m_presence;
    Story m_story;
};

QString filled(QString text, const QList<QString> &args)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool holder = text.at(i) == u'%' && i + 1 < text.size() && text.at(i + 1).isDigit();
        if (!holder) {
            result += text.at(i);
            continue;
        }
        result += args.value(text.at(++i).digitValue() - 1);
    }
    return result;
}

QString stepName(Step step)
{
    switch (step) {
    case Step::Image: return u"Image"_s;
    case Step::Policy: return u"Policy"_s;
    case Step::Node: return u"Node"_s;
    case Step::Decision: return u"Decision"_s;
    case Step::Outcome: return u"Outcome"_s;
    }
    return {};
}

}  // namespace

QList<Story> tell(const kube::Pod &pod, std::span<const kube::EventPtr> events, const kube::Node *node,
                  kube::Timestamp now)
{
    QList<Story> stories;
    for (const kube::Container &container : pod.allContainers())
        stories.append(Teller(pod, container, events, node, now).tell());
    return stories;
}

QString toText(const Story &story)
{
    QString text = u"Container %1\n"_s.arg(story.container);
    for (const Statement &statement : story.statements)
        text += u"  %1 %2\n"_s.arg((stepName(statement.step) + u':').leftJustified(10),
                                   filled(sentence(statement.id), statement.args));
    if (!story.rawFailure.isEmpty())
        text += u"  %1 %2\n"_s.arg(u"Raw text:"_s.leftJustified(10), story.rawFailure);
    return text;
}

}  // namespace pull
