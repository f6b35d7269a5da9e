// SPDX-License-Identifier: Apache-2.0
#include "models/pullledger.h"

#include "pull/events/message.h"
#include "pull/failure/failure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

void PullLedger::take(const mirror::Batch &batch)
{
    if (batch.reset)
        *this = PullLedger();
    // an event that the server has dropped does not come back; what it told stays counted
    for (const kube::Key &key : batch.events.removals)
        m_counted.remove(key);
    for (const kube::EventPtr &event : batch.events.upserts)
        if (event->involved.kind == "Pod"_L1 && (event->reason == "Pulled"_L1 || event->reason == "Failed"_L1))
            m_waiting.append(event);
}

void PullLedger::digest(qsizetype most, const NodeOf &nodeOf)
{
    const qsizetype count = std::min(most, m_waiting.size());
    for (qsizetype i = 0; i < count; ++i)
        read(*m_waiting.at(i), nodeOf);
    m_waiting.remove(0, count);
}

PullLedger::Figures PullLedger::sum(const QHash<QString, Figures> &byNamespace, const QStringList &namespaces)
{
    Figures all;
    for (const auto &[ns, figures] : byNamespace.asKeyValueRange())
        if (namespaces.isEmpty() || namespaces.contains(ns))
            for (const auto &[name, some] : figures.asKeyValueRange())
                all[name].add(some);
    return all;
}

PullLedger::Figures PullLedger::byRegistry(const QStringList &namespaces) const
{
    return sum(m_byRegistry, namespaces);
}

PullLedger::Figures PullLedger::byNode(const QStringList &namespaces) const
{
    return sum(m_byNode, namespaces);
}

void PullLedger::read(const kube::Event &event, const NodeOf &nodeOf)
{
    const pull::Message message = pull::readMessage(event);
    const bool pulled = message.kind == pull::Message::Kind::Pulled;
    if (!pulled && message.kind != pull::Message::Kind::PullFailed)
        return;
    Counted &counted = m_counted[event.meta.key];
    if (counted.uid != event.meta.uid)
        counted = {event.meta.uid, 0};
    const int fresh =
        event.occurrences() - std::exchange(counted.occurrences, std::max(counted.occurrences, event.occurrences()));
    if (fresh <= 0)
        return;
    const pull::ImageReference image = m_names.of(message.image);
    QString node = event.host.isEmpty() ? event.reportingInstance : event.host;
    if (node.isEmpty())
        node = nodeOf({event.involved.ns, event.involved.name});
    const auto note = [&](PullFigures &figures) {
        if (!pulled) {
            figures.addFailures(pull::classifyFailure(message.text, message.image).category, fresh);
            return;
        }
        figures.addPull(message.pullTime ? message.pullTime : message.totalTime, message.bytes);
        for (int i = 1; i < fresh; ++i)  // a combined event tells only its latest
            figures.addPull({}, {});
    };
    note(m_byRegistry[event.involved.ns][image.isValid() ? image.registry : QString()]);
    note(m_byNode[event.involved.ns][node]);
    if (!pulled || !image.isValid())
        return;
    LastPull &last = m_last[image.normalized()];
    if (event.last() >= last.at)
        last = {event.last(), message.bytes.value_or(last.bytes)};
}

}  // namespace models
