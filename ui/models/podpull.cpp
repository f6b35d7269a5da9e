// SPDX-License-Identifier: Apache-2.0
#include "models/podpull.h"

#include "pull/events/message.h"
#include "pull/failure/failure.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using Kind = pull::Message::Kind;
using Phase = kube::ContainerState::Phase;

/** The kubelet's waiting reasons of a container that has no image. Source: kubelet pkg/kubelet/images/types.go. */
constexpr std::array Reasons{"ErrImagePull"_L1,      "ImagePullBackOff"_L1,         "ErrImageNeverPull"_L1,
                             "InvalidImageName"_L1,  "ImageInspectError"_L1,        "RegistryUnavailable"_L1,
                             "ErrImageNeverPull"_L1, "SignatureValidationFailed"_L1};

bool isPullReason(const QString &reason)
{
    return std::ranges::find(Reasons, reason) != Reasons.end();
}

bool fails(const kube::ContainerStatus &status)
{
    return status.state.phase == Phase::Waiting && isPullReason(status.state.reason);
}

/** The newest that the events say of one container's image. */
struct Known {
    Kind kind = Kind::Other;
    kube::Timestamp at;
    kube::Timestamp pulling;
    std::optional<std::chrono::nanoseconds> time;
    QString failure;
};

/** The name in `spec.containers{name}`; cheaper than a pattern, as this runs for every event. */
QStringView containerOf(const QString &fieldPath)
{
    const qsizetype open = fieldPath.indexOf(u'{');
    return open < 0 || !fieldPath.endsWith(u'}') ? QStringView() : QStringView(fieldPath).sliced(open + 1).chopped(1);
}

/** Reasons that can say something of an image: all others need not be read. */
bool isAboutImage(const QString &reason)
{
    return reason == "Pulling"_L1 || reason == "Pulled"_L1 || reason == "Failed"_L1 ||
           reason == "ErrImageNeverPull"_L1 || reason == "InspectFailed"_L1;
}

void note(Known &known, const kube::Event &event)
{
    const pull::Message message = pull::readMessage(event);
    const kube::Timestamp at = event.occurrences() > 1 ? event.last() : event.exactFirst();
    switch (message.kind) {
    case Kind::Pulling: known.pulling = std::max(known.pulling, at); break;
    case Kind::Pulled:
    case Kind::AlreadyPresent:
    case Kind::PullFailed:
    case Kind::NeverPull:
    case Kind::InspectFailed: break;
    default: return;
    }
    if (at < known.at)
        return;
    known.at = at;
    known.kind = message.kind;
    if (message.kind == Kind::Pulled)
        known.time = message.pullTime ? message.pullTime : message.totalTime;
    known.failure = message.text.isEmpty() ? event.message : message.text;
}

QString categoryOf(const kube::ContainerStatus &status, const Known &known, const kube::Container &container,
                   QString &words)
{
    const QString &reason = status.state.reason;
    const bool told = known.kind == Kind::PullFailed || known.kind == Kind::InspectFailed;
    words = told ? known.failure : status.state.message;
    if (reason == "SignatureValidationFailed"_L1)
        return u"signature-policy"_s;
    if (reason == "RegistryUnavailable"_L1)
        return u"connection-refused"_s;
    if (reason != "ErrImagePull"_L1 && reason != "ImagePullBackOff"_L1)
        return reason;
    return pull::classifyFailure(words, container.image).category;
}

PodPull judge(const kube::Container &container, const kube::ContainerStatus *status, const Known &known)
{
    using State = PodPull::State;
    PodPull pull;
    const bool begun = status && !status->containerId.isEmpty();
    const bool waits = !status || status->state.phase == Phase::Waiting || status->state.phase == Phase::None;
    pull.time = known.time;
    if (status && fails(*status)) {
        pull.state = State::Failed;
        pull.category = categoryOf(*status, known, container, pull.words);
    } else if (known.kind == Kind::Pulling && waits) {
        pull.state = State::Pulling;
        pull.since = known.pulling;
    } else if (known.kind == Kind::Pulled) {
        pull.state = State::Pulled;
        if (!pull.time && !known.pulling.isNull() && known.at >= known.pulling)
            pull.time = known.at - known.pulling;
    } else if (known.kind == Kind::AlreadyPresent) {
        pull.state = State::OnNode;
    } else if (waits && !begun) {
        pull.state = State::Waiting;
    }
    return pull;
}

/** The status of a container in a shape, as Pod::statusOf finds it in a pod. */
const kube::ContainerStatus *statusIn(const kube::StatusShape &shape, const kube::Container &container)
{
    using Container = kube::ContainerKind;
    const bool isInit = container.kind == Container::Init || container.kind == Container::Sidecar;
    const auto &rest = container.kind == Container::Ephemeral ? shape.ephemeralStatuses : shape.statuses;
    const auto &list = isInit ? shape.initStatuses : rest;
    const auto found = std::ranges::find(list, container.name, &kube::ContainerStatus::name);
    return found == list.cend() ? nullptr : &*found;
}

}  // namespace

bool hasPullProblem(const kube::SlimPod &pod)
{
    const kube::StatusShape &status = pod.status();
    return std::ranges::any_of(status.statuses, fails) || std::ranges::any_of(status.initStatuses, fails) ||
           std::ranges::any_of(status.ephemeralStatuses, fails);
}

PodPull pullOf(const kube::SlimPod &pod, std::span<const kube::EventPtr> events)
{
    QHash<QStringView, Known> known;
    for (const kube::EventPtr &event : events)
        if (isAboutImage(event->reason))
            if (const QStringView name = containerOf(event->involved.fieldPath); !name.isEmpty())
                note(known[name], *event);
    // A failure's words are the pod's own; all else stands in the shape that it shares.
    const std::optional<kube::Pod> failing = hasPullProblem(pod) ? std::optional(pod.unfolded()) : std::nullopt;
    PodPull whole;
    bool first = true;
    for (const auto *list : {&pod.spec().initContainers, &pod.spec().containers, &pod.spec().ephemeralContainers})
        for (const kube::Container &container : *list) {
            const auto *status = failing ? failing->statusOf(container) : statusIn(pod.status(), container);
            PodPull one = judge(container, status, known.isEmpty() ? Known() : known.value(container.name));
            if (one.time)
                one.time = whole.time.value_or(std::chrono::nanoseconds(0)) + *one.time;
            else
                one.time = whole.time;
            if (!first && one.state <= whole.state)
                whole.time = one.time;
            else
                whole = one;
            first = false;
        }
    return whole;
}

}  // namespace models
