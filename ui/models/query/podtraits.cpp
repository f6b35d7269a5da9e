// SPDX-License-Identifier: Apache-2.0
#include "models/query/podtraits.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

constexpr auto RestartedWithin = 1h;
constexpr auto ChangedWithin = 5min;

using Phase = kube::ContainerState::Phase;

bool isRecent(kube::Timestamp at, kube::Timestamp now, std::chrono::nanoseconds within)
{
    return !at.isNull() && now - at < within;
}

bool isReady(const kube::SlimPod &pod)
{
    return std::ranges::any_of(pod.status().conditions, [](const kube::PodCondition &condition) {
        return condition.type == "Ready"_L1 && condition.status == "True"_L1;
    });
}

bool isRestarting(const kube::SlimPod &pod, kube::Timestamp now)
{
    bool hasEnded = false;
    for (const auto *list : {&pod.status().initStatuses, &pod.status().statuses, &pod.status().ephemeralStatuses})
        for (const kube::ContainerStatus &status : *list) {
            if (status.state.phase == Phase::Waiting && status.state.reason == "CrashLoopBackOff"_L1)
                return true;
            hasEnded = hasEnded || status.lastState.phase == Phase::Terminated;
        }
    if (!hasEnded)
        return false;
    const kube::SlimPod::Moments moments = pod.moments();
    qsizetype at = 0;
    for (const auto *list : {&pod.status().initStatuses, &pod.status().statuses, &pod.status().ephemeralStatuses})
        for (const kube::ContainerStatus &status : *list) {
            const kube::Timestamp finished = moments.containers.at(at++).lastFinishedAt;
            if (status.lastState.phase == Phase::Terminated && isRecent(finished, now, RestartedWithin))
                return true;
        }
    return false;
}

bool isChanged(const kube::SlimPod &pod, kube::Timestamp now)
{
    const auto recent = [now](kube::Timestamp at) { return isRecent(at, now, ChangedWithin); };
    if (recent(pod.meta.creationTimestamp) || recent(pod.meta.deletionTimestamp))
        return true;
    const kube::SlimPod::Moments moments = pod.moments();
    return recent(moments.startTime) || std::ranges::any_of(moments.transitions, recent) ||
           std::ranges::any_of(moments.containers, [&recent](const kube::SlimPod::Figures &figures) {
               return recent(figures.startedAt) || recent(figures.finishedAt) || recent(figures.lastFinishedAt);
           });
}

}  // namespace

const QList<std::pair<QString, Trait>> &traitWords()
{
    static const QList<std::pair<QString, Trait>> words = {
        {u"not-ready"_s, Trait::NotReady},    {u"pull-problem"_s, Trait::PullProblem},
        {u"restarting"_s, Trait::Restarting}, {u"changed"_s, Trait::Changed},
        {u"ready"_s, Trait::Ready},           {u"terminating"_s, Trait::Terminating}};
    return words;
}

QString wordOf(Trait trait)
{
    for (const auto &[word, known] : traitWords())
        if (known == trait)
            return u"is:"_s + word;
    return {};
}

bool hasTrait(const PodFacts &facts, Trait trait, kube::Timestamp now)
{
    const kube::SlimPod &pod = facts.pod;
    switch (trait) {
    case Trait::Ready: return isReady(pod);
    case Trait::NotReady: return pod.status().phase != "Succeeded"_L1 && !isReady(pod);
    case Trait::PullProblem: return facts.pullProblem;
    case Trait::Restarting: return isRestarting(pod, now);
    case Trait::Changed: return isChanged(pod, now);
    case Trait::Terminating: return !pod.meta.deletionTimestamp.isNull();
    }
    return false;
}

}  // namespace models
