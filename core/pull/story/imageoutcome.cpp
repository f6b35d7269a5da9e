// SPDX-License-Identifier: Apache-2.0
// What happened to the image, by the newest event that speaks of it.
#include "kube/duration.h"
#include "pull/failure/failure.h"
#include "pull/kubelet/backoff.h"
#include "pull/story/scene.h"

namespace pull {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Message::Kind;
using Phase = kube::ContainerState::Phase;

namespace {

/** The answer of a registry that has nothing to send takes less than a download can. */
constexpr auto Revalidation = 50ms;

/** The container ran at or after that moment: whatever was the matter with the image then is over. */
bool ranSince(const Scene &scene, kube::Timestamp at)
{
    const auto ran = [&](const kube::ContainerState &state) {
        const kube::Timestamp known = state.ranFrom().isNull() ? state.finishedAt : state.ranFrom();
        return !known.isNull() && known + 1s > at;
    };
    return scene.status && (ran(scene.status->state) || ran(scene.status->lastState));
}

/** Whether an event of a kind stands after `said`, in the order in which things happened. */
bool follows(const Scene &scene, const Evidence::Said &said, Kind kind)
{
    const auto *other = scene.evidence.newest(kind);
    return other && other > &said;
}

/** The pull that `pulling` began has ended badly: its other events are there, `Failed to pull` is not yet. */
bool endedBadly(const Scene &scene, const Evidence::Said &pulling)
{
    for (const Evidence::Said &said : scene.evidence.said)
        if (&said > &pulling && (said.message.kind == Kind::BackOffPulling ||
                                 (said.message.kind == Kind::StartError && isImageReason(said.message.text))))
            return true;
    return false;
}

/** Under Always and a repeated start, or within a moment, a registry has been asked but hardly anything was sent. */
bool revalidated(const Scene &scene, const Evidence::Said &pulled)
{
    const auto time = pulled.message.pullTime ? pulled.message.pullTime : pulled.message.totalTime;
    if (!time || scene.container.policy != kube::PullPolicy::Always)
        return false;
    if (*time < Revalidation)
        return true;
    for (const Evidence::Said &said : scene.evidence.said)
        if (&said < &pulled && (said.message.kind == Kind::Pulled || said.message.kind == Kind::AlreadyPresent))
            return *time < 2s;
    return false;
}

void tellPulled(Voice &voice, const Evidence::Said &pulled)
{
    const Message &m = pulled.message;
    const auto say = [&](const QString &id, const QList<QString> &args) {
        voice.sayBy(*pulled.event, Step::Outcome, Verdict::Good, id, args, u"pulled"_s);
    };
    if (m.pullTime && m.totalTime && *m.totalTime - *m.pullTime > 100ms)
        say(u"outcome.pulled.queue"_s, {kube::goDuration(*m.pullTime), kube::goDuration(*m.totalTime)});
    else if (m.pullTime || m.totalTime)
        say(u"outcome.pulled"_s, {kube::goDuration(m.pullTime.value_or(m.totalTime.value_or(0ns)))});
    else
        say(u"outcome.pulled.unknown"_s, {});
    if (!revalidated(voice.scene(), pulled))
        return;
    Statement &s = voice.say(Step::Outcome, Verdict::Good, u"outcome.revalidated"_s, {}, {});
    s.ground = u"ground.layers"_s;
    s.confidence = Confidence::Likely;
}

void tellNever(Voice &voice, const Evidence::Said &never)
{
    const kube::Event &event = *never.event;
    const int times = event.occurrences();
    if (times > 1)
        voice.sayBy(event, Step::Outcome, Verdict::Failed, u"outcome.never"_s,
                    {QString::number(times), kube::humanDuration(event.last() - event.first())},
                    u"ErrImageNeverPull"_s);
    else
        voice.sayBy(event, Step::Outcome, Verdict::Failed, u"outcome.never.once"_s, {}, u"ErrImageNeverPull"_s);
    voice.blame(u"ErrImageNeverPull"_s, event.message);
}

void tellInspect(Voice &voice, const Evidence::Said &said)
{
    const bool name = said.event->message.contains(u"Failed to apply default image tag"_s);
    const QString reason = name ? u"InvalidImageName"_s : u"ImageInspectError"_s;
    voice.sayBy(*said.event, Step::Outcome, Verdict::Failed, name ? u"outcome.badname"_s : u"outcome.inspect"_s,
                {said.message.text}, reason);
    voice.blame(reason, said.event->message);
}

/** Something failed, and then the container ran: that is history, and the events of the good end are missing. */
void tellOvercome(Voice &voice, const Evidence::Said &said)
{
    Statement &s =
        voice.sayBy(*said.event, Step::Outcome, Verdict::Unknown,
                    said.message.kind == Kind::Pulling ? u"outcome.overcome.pulling"_s : u"outcome.overcome"_s, {}, {});
    s.gap = true;
}

/** Failures in a row as far as they are told: of this image in this pod, whichever container asked for it. */
std::optional<int> failuresInRow(const Scene &scene, const Evidence::Said &last)
{
    if (scene.evidence.combined > 0)
        return std::nullopt;
    int failures = 0;
    const auto count = [&](const kube::Event &event, const Message &message) {
        if (message.kind == Kind::PullFailed && message.image == scene.container.image &&
            last.event->last() - event.last() < BackOffMemory)
            failures += event.occurrences();
    };
    for (const kube::EventPtr &event : scene.evidence.own)
        count(*event, readMessage(*event));
    for (const kube::EventPtr &event : scene.evidence.others)
        count(*event, readMessage(*event));
    return failures > 0 ? std::optional(failures) : std::nullopt;
}

/** A back-off that names no cause shares that of another container which asked for the same image. */
std::optional<Evidence::Said> failureOfTwin(const Scene &scene, const QString &stated)
{
    if (!stated.isEmpty() && classifyFailure(stated, scene.container.image).category != u"unknown")
        return std::nullopt;
    std::optional<Evidence::Said> newest;
    for (const kube::EventPtr &event : scene.evidence.others) {
        const Message message = readMessage(*event);
        if (message.kind == Kind::PullFailed && message.image == scene.container.image)
            newest = Evidence::Said{event, message, event->last(), false, event->occurrences()};
    }
    return newest;
}

}  // namespace

void tellImageFailure(Voice &voice, const QString &statedText, const Evidence::Said *ownSaid)
{
    const Scene &scene = voice.scene();
    const std::optional<Evidence::Said> shared = ownSaid ? std::nullopt : failureOfTwin(scene, statedText);
    const Evidence::Said *said = shared ? &*shared : ownSaid;
    const QString text = shared ? shared->message.text : statedText;
    const Failure failure = classifyFailure(text, scene.container.image);
    const QString reason = scene.status ? scene.status->state.reason : QString();
    const QString id = reason == u"ImagePullBackOff" ? u"outcome.backoff"_s : u"outcome.failed"_s;
    const QString meaning = QString::fromUtf8(adviceFor(failure.category).meaning);
    if (said) {
        voice.sayBy(*said->event, Step::Outcome, Verdict::Failed, id, {meaning}, failure.category);
        const RetryWindow window = retryWindow(said->event->last(), failuresInRow(scene, *said));
        voice.story().nextTryFrom = window.from;
        voice.story().nextTryUntil = window.until;
    } else {
        Statement &s = voice.say(Step::Outcome, Verdict::Failed, id, {meaning}, failure.category);
        s.evidence = scene.stateField();
        s.source = Source::Status;
    }
    voice.blame(failure.category, text);
}

bool tellImage(Voice &voice)
{
    const Scene &scene = voice.scene();
    const auto *word = scene.evidence.newestOnImage();
    if (!word)
        return false;
    const bool over = ranSince(scene, word->at);
    switch (word->message.kind) {
    case Kind::Pulled: tellPulled(voice, *word); return true;
    case Kind::AlreadyPresent:
        voice.sayBy(*word->event, Step::Outcome, Verdict::Good, u"outcome.present"_s, {}, u"already present"_s);
        return true;
    case Kind::NeverPull: over ? tellOvercome(voice, *word) : tellNever(voice, *word); return true;
    case Kind::InspectFailed: over ? tellOvercome(voice, *word) : tellInspect(voice, *word); return true;
    case Kind::PullFailed:
        over ? tellOvercome(voice, *word) : tellImageFailure(voice, word->message.text, word);
        return true;
    default: break;
    }
    if (over) {
        tellOvercome(voice, *word);
    } else if (follows(scene, *word, Kind::Created) || follows(scene, *word, Kind::Started)) {
        Statement &s =
            voice.sayBy(*word->event, Step::Outcome, Verdict::Good, u"outcome.pulled.unknown"_s, {}, u"pulled"_s);
        s.confidence = Confidence::Likely;  // it was created since, so the pull ended well
    } else if (endedBadly(scene, *word)) {
        const auto *failed = scene.evidence.newest(Kind::PullFailed);
        const QString stated = scene.status ? scene.status->state.message : QString();
        tellImageFailure(voice, failed ? failed->message.text : stated, failed);
    } else {
        voice.sayBy(*word->event, Step::Outcome, Verdict::Working, u"outcome.pulling"_s,
                    {kube::age(word->at, scene.now)}, u"pulling"_s);
    }
    return true;
}

}  // namespace pull
