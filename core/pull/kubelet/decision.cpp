// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/decision.h"

#include "kube/duration.h"
#include "pull/image/imagereference.h"
#include "pull/image/quoting.h"

#include <array>

namespace pull {

using namespace Qt::StringLiterals;
using kube::PullPolicy;

namespace {

bool asksNode(const Circumstances &c)
{
    if (c.kubelet.minor <= 31)  // looked even under Always
        return true;
    return c.policy == PullPolicy::IfNotPresent || c.policy == PullPolicy::Never;
}

/** Whether a pull is what the policy wants of an image that is not usable on the node. */
bool wantsPull(const Circumstances &c)
{
    const bool empty = c.policy == PullPolicy::Unset;
    return c.policy == PullPolicy::Always || c.policy == PullPolicy::IfNotPresent || (empty && c.kubelet.minor >= 32);
}

template <class T>
void add(QList<T> &list, T element)
{
    if (!list.contains(element))
        list.append(element);
}

/** Every action that the facts allow. */
void walk(const Circumstances &c, Decision &decision)
{
    /** Tries each value of a fact that is not known; it is missing only if that changes the action. */
    const auto branch = [&](auto member, auto values, Missing missing) {
        QList<Decision> parts;
        for (const auto value : values) {
            Circumstances known = c;
            known.*member = value;
            walk(known, parts.emplaceBack());
        }
        for (const Decision &part : parts)
            if (part.possible != parts.constFirst().possible)
                add(decision.missing, missing);
        for (const Decision &part : parts) {
            for (const Missing deeper : part.missing)
                add(decision.missing, deeper);
            for (const Action action : part.possible)
                add(decision.possible, action);
        }
    };
    const auto settle = [&](Action action) { decision.possible = {action}; };

    if (!parseImageReference(c.image, c.kubelet).isValid())
        return settle(Action::RefuseName);
    if (asksNode(c)) {
        if (c.lookup == Lookup::Unknown)
            return branch(&Circumstances::lookup, std::array{Lookup::Present, Lookup::Absent}, Missing::Lookup);
        if (c.lookup == Lookup::Failed)
            return settle(Action::RefuseInspect);
        if (c.lookup == Lookup::Present && c.policy != PullPolicy::Always) {
            const Verification verification = c.kubelet.minor < 33 ? Verification::Off : c.verification;
            if (verification == Verification::Unknown)
                return branch(&Circumstances::verification,
                              std::array{Verification::Satisfied, Verification::Unsatisfied}, Missing::Verification);
            if (verification != Verification::Unsatisfied)
                return settle(Action::UseLocal);
        }
    }
    if (!wantsPull(c))
        return settle(Action::RefuseNever);
    if (c.backOff == BackOff::Unknown)
        return branch(&Circumstances::backOff, std::array{BackOff::Idle, BackOff::Active}, Missing::BackOff);
    settle(c.backOff == BackOff::Active ? Action::BackOff : Action::Pull);
}

EventText normal(const QString &reason, const QString &message)
{
    return {u"Normal"_s, reason, message};
}
EventText warning(const QString &reason, const QString &message)
{
    return {u"Warning"_s, reason, message};
}

/** Ends a step in failure: the container says so too, an image volume's containers say it later. */
void fail(Visible &visible, const Circumstances &c, const QString &reason, const QString &message)
{
    visible.waitingReason = reason;
    visible.waitingMessage = message;
    if (!c.imageVolume)
        visible.events.append(warning(u"Failed"_s, u"Error: "_s + reason));
}

QString nameProblem(const Circumstances &c)
{
    return u"Failed to apply default image tag %1: %2"_s.arg(
        goQuoted(c.image), imageReferenceError(parseImageReference(c.image, c.kubelet), c.kubelet));
}

Visible visibleOf(Action action, const Circumstances &c)
{
    Visible visible;
    const QString quoted = goQuoted(c.image);
    if (action != Action::RefuseName && asksNode(c))
        visible.calls << u"ImageStatus"_s;
    switch (action) {
    case Action::UseLocal: {
        const bool verified = c.kubelet.minor >= 33 && c.verification == Verification::Satisfied;
        visible.events << normal(u"Pulled"_s, u"Container image "_s + quoted + u" already present on machine"_s +
                                                  (verified ? u" and can be accessed by the pod"_s : QString()));
        break;
    }
    case Action::Pull: visible.events << normal(u"Pulling"_s, u"Pulling image "_s + quoted); break;
    case Action::BackOff: {
        const QString message = u"Back-off pulling image "_s + quoted;
        visible.events << normal(u"BackOff"_s, message);
        QString cause;
        if (c.kubelet.minor >= 32 && !c.lastError.isEmpty()) {
            const PullErrorText last = pullError(c.lastError, c.image, c.kubelet);
            cause = u": "_s + last.reason + u": "_s + last.message;
        }
        fail(visible, c, u"ImagePullBackOff"_s, message + cause);
        break;
    }
    case Action::RefuseNever: {
        const QString message = u"Container image "_s + quoted + u" is not present with pull policy of Never"_s;
        visible.events << warning(u"ErrImageNeverPull"_s, message);
        fail(visible, c, u"ErrImageNeverPull"_s, message);
        break;
    }
    case Action::RefuseName: {
        const QString message = nameProblem(c);
        visible.events << warning(u"InspectFailed"_s, message);
        fail(visible, c, u"InvalidImageName"_s, message);
        break;
    }
    case Action::RefuseInspect: {
        // Since 1.32 the text quotes the image id, which a failed lookup has not.
        const QString message =
            u"Failed to inspect image "_s + (c.kubelet.minor >= 32 ? u"\"\""_s : quoted) + u": "_s + c.lookupError;
        visible.events << warning(u"InspectFailed"_s, message);
        fail(visible, c, u"ImageInspectError"_s, message);
        break;
    }
    case Action::Unknown: break;
    }
    return visible;
}

/** Durations as the kubelet prints them: since 1.28 in whole milliseconds. */
QString printed(std::chrono::nanoseconds duration, kube::Version kubelet)
{
    if (kubelet.minor >= 28)
        duration = std::chrono::duration_cast<std::chrono::milliseconds>(duration);
    return kube::goDuration(duration);
}

QString pulledText(const Circumstances &c, const PullResult &result)
{
    QString text = u"Successfully pulled image "_s + goQuoted(c.image);
    if (c.kubelet.minor >= 26)
        text += u" in "_s + printed(result.pullTime, c.kubelet) + u" ("_s + printed(result.totalTime, c.kubelet) +
                u" including waiting)"_s;
    else if (c.kubelet.minor >= 19)
        text += u" in "_s + printed(result.totalTime, c.kubelet);
    if (c.kubelet.minor >= 30)
        text += u". Image size: "_s + QString::number(result.bytes) + u" bytes."_s;
    return text;
}

}  // namespace

Decision decide(const Circumstances &circumstances)
{
    Decision decision;
    walk(circumstances, decision);
    decision.asksNode = !decision.possible.contains(Action::RefuseName) && asksNode(circumstances);
    if (decision.possible.size() == 1) {
        decision.action = decision.possible.constFirst();
        decision.visible = visibleOf(decision.action, circumstances);
    }
    return decision;
}

Visible afterPull(const Circumstances &circumstances, const PullResult &result)
{
    Visible visible = visibleOf(Action::Pull, circumstances);
    visible.calls << u"PullImage"_s;
    if (result.error.isEmpty()) {
        if (circumstances.kubelet.minor >= 30)
            visible.calls << u"ImageStatus(size)"_s;
        visible.events << normal(u"Pulled"_s, pulledText(circumstances, result));
        return visible;
    }
    visible.events << warning(u"Failed"_s,
                              u"Failed to pull image "_s + goQuoted(circumstances.image) + u": "_s + result.error);
    const PullErrorText told = pullError(result.error, circumstances.image, circumstances.kubelet);
    fail(visible, circumstances, told.reason, told.message);
    return visible;
}

PullErrorText pullError(const QString &error, const QString &image, kube::Version kubelet)
{
    const auto because = [&](const QString &reason, const QString &words) -> PullErrorText {
        return {reason, u"image pull failed for "_s + image + u" because "_s + words + error.sliced(reason.size())};
    };
    if (kubelet.minor >= 28 && error.startsWith(u"RegistryUnavailable"))
        return because(u"RegistryUnavailable"_s, u"the registry is unavailable"_s);
    if (kubelet.minor >= 28 && error.startsWith(u"SignatureValidationFailed"))
        return because(u"SignatureValidationFailed"_s, u"the signature validation failed"_s);
    return {u"ErrImagePull"_s, error};
}

Verification assumedVerification(kube::Version kubelet)
{
    return kubelet.minor >= 35 ? Verification::Unknown : Verification::Off;
}

}  // namespace pull
