// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/podsync.h"

#include <algorithm>
#include <array>

namespace pull {

using namespace Qt::StringLiterals;
using Kind = kube::ContainerKind;

namespace {

bool isInit(Kind kind)
{
    return kind == Kind::Init || kind == Kind::Sidecar;
}

StartOutcome attempt(const QString &podUid, const StartStep &step, BackOffClock &clock, kube::Timestamp now)
{
    Circumstances facts = step.facts;
    const QString key = BackOffClock::key(podUid, facts.image);
    if (clock.isActive(key, now))
        facts.backOff = BackOff::Active;
    StartOutcome outcome{step.name, true, decide(facts), {}};
    outcome.visible = outcome.decision.visible;
    if (outcome.decision.action == Action::Pull) {
        outcome.visible = afterPull(facts, step.result);
        if (!step.result.error.isEmpty())
            clock.fail(key, now);
    }
    return outcome;
}

}  // namespace

QList<StartOutcome> syncOnce(const QString &podUid, std::span<const StartStep> steps, BackOffClock &clock,
                             kube::Timestamp now)
{
    const bool hasInit = std::ranges::any_of(steps, isInit, &StartStep::kind);
    bool ended = false;
    QList<StartOutcome> outcomes;
    const auto phase = [&](auto belongs) {
        for (const StartStep &step : steps) {
            if (!belongs(step.kind))
                continue;
            if (ended && step.kind != Kind::Ephemeral) {
                StartOutcome unreached{step.name, false, {}, {}};
                unreached.visible.waitingReason = hasInit ? u"PodInitializing"_s : u"ContainerCreating"_s;
                outcomes.append(unreached);
                continue;
            }
            outcomes.append(attempt(podUid, step, clock, now));
            ended = ended || isInit(step.kind);
        }
    };
    phase([](Kind kind) { return kind == Kind::Ephemeral; });
    phase(isInit);
    phase([](Kind kind) { return kind == Kind::Regular; });
    return outcomes;
}

bool repeatsEverySync(const Circumstances &circumstances)
{
    return circumstances.imageVolume && circumstances.kubelet.minor <= 36;
}

}  // namespace pull
