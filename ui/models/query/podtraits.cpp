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

template <class Test>
bool anyStatus(const kube::Pod &pod, const Test &test)
{
    return std::ranges::any_of(pod.statuses, test) || std::ranges::any_of(pod.initStatuses, test) ||
           std::ranges::any_of(pod.ephemeralStatuses, test);
}

bool isReady(const kube::Pod &pod)
{
    return std::ranges::any_of(pod.conditions, [](const kube::PodCondition &condition) {
        return condition.type == "Ready"_L1 && condition.status == "True"_L1;
    });
}

bool isRestarting(const kube::Pod &pod, kube::Timestamp now)
{
    return anyStatus(pod, [now](const kube::ContainerStatus &status) {
        return (status.state.phase == Phase::Waiting && status.state.reason == "CrashLoopBackOff"_L1) ||
               (status.lastState.phase == Phase::Terminated &&
                isRecent(status.lastState.finishedAt, now, RestartedWithin));
    });
}

bool isChanged(const kube::Pod &pod, kube::Timestamp now)
{
    const auto recent = [now](kube::Timestamp at) { return isRecent(at, now, ChangedWithin); };
    return recent(pod.meta.creationTimestamp) || recent(pod.meta.deletionTimestamp) || recent(pod.startTime) ||
           std::ranges::any_of(pod.conditions, recent, &kube::PodCondition::lastTransitionTime) ||
           anyStatus(pod, [&recent](const kube::ContainerStatus &status) {
               return recent(status.state.startedAt) || recent(status.state.finishedAt) ||
                      recent(status.lastState.finishedAt);
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
    const kube::Pod &pod = facts.pod;
    switch (trait) {
    case Trait::Ready: return isReady(pod);
    case Trait::NotReady: return pod.phase != "Succeeded"_L1 && !isReady(pod);
    case Trait::PullProblem: return facts.pullProblem;
    case Trait::Restarting: return isRestarting(pod, now);
    case Trait::Changed: return isChanged(pod, now);
    case Trait::Terminating: return !pod.meta.deletionTimestamp.isNull();
    }
    return false;
}

}  // namespace models
