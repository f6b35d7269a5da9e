// SPDX-License-Identifier: Apache-2.0
#include "pull/attempts.h"

#include <algorithm>

namespace pull {

using Kind = Message::Kind;

namespace {

/** Kubelets write within one moment in this order. */
int naturalOrder(Kind kind)
{
    switch (kind) {
    case Kind::Scheduled: return 0;
    case Kind::Pulling: return 1;
    case Kind::Pulled:
    case Kind::AlreadyPresent:
    case Kind::NeverPull:
    case Kind::PullFailed: return 2;
    case Kind::StartError: return 3;
    case Kind::BackOffPulling: return 4;
    case Kind::Created: return 5;
    default: return 6;
    }
}

Attempt &open(QList<Attempt> &attempts, bool fresh)
{
    if (fresh || attempts.isEmpty())
        attempts.append(Attempt());
    return attempts.last();
}

void account(QList<Attempt> &attempts, const Evidence::Said &said)
{
    const kube::Timestamp at = said.event->exactFirst();
    const Message &m = said.message;
    const bool closed = !attempts.isEmpty() && (!attempts.last().started.isNull() || !attempts.last().failed.isNull());
    switch (m.kind) {
    case Kind::Pulling: open(attempts, true).pulling = at; break;
    case Kind::Pulled:
    case Kind::AlreadyPresent: {
        Attempt &attempt = open(attempts, closed || m.kind == Kind::AlreadyPresent);
        attempt.pulled = at;
        attempt.pullTime = m.pullTime;
        attempt.totalTime = m.totalTime;
        attempt.imageBytes = m.bytes;
        attempt.alreadyPresent = m.kind == Kind::AlreadyPresent;
        break;
    }
    case Kind::PullFailed:
    case Kind::NeverPull:
    case Kind::InspectFailed: {
        Attempt &attempt = open(attempts, closed);
        attempt.failed = said.event->last();
        attempt.failure = m.text.isEmpty() ? said.event->message : m.text;
        break;
    }
    case Kind::Created: open(attempts, closed).created = at; break;
    case Kind::Started: open(attempts, closed).started = at; break;
    default: break;
    }
}

}  // namespace

const Evidence::Said *Evidence::newest(Kind kind) const
{
    const Said *found = nullptr;
    for (const Said &s : said)
        if (s.message.kind == kind && (!found || s.event->last() >= found->event->last()))
            found = &s;
    return found;
}

Evidence gather(const kube::Pod &pod, const kube::Container &container, std::span<const kube::EventPtr> events)
{
    Evidence evidence;
    for (const kube::EventPtr &event : events)
        if (event && event->involved.uid == pod.meta.uid && containerOf(event->involved.fieldPath) == container.name)
            evidence.said.append({event, readMessage(*event)});
    std::ranges::stable_sort(evidence.said, [](const Evidence::Said &a, const Evidence::Said &b) {
        const auto left = a.event->exactFirst();
        const auto right = b.event->exactFirst();
        return left != right ? left < right : naturalOrder(a.message.kind) < naturalOrder(b.message.kind);
    });
    for (const Evidence::Said &said : evidence.said)
        if (!said.message.combined)
            account(evidence.attempts, said);
    return evidence;
}

}  // namespace pull
