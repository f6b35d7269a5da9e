// SPDX-License-Identifier: Apache-2.0
#include "practice/scheduler.h"

#include "practice/json.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace practice {

Scheduler::Scheduler(ObjectStore &store, const Clock &clock, EventRecorder &events, QList<Machine *> machines,
                     QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_events(events), m_machines(std::move(machines))
{
    connect(&store, &ObjectStore::changed, this, &Scheduler::follow, Qt::QueuedConnection);
}

void Scheduler::follow(const Change &change)
{
    if (change.resource != u"pods" || change.type != Change::Type::Added)
        return;
    const QString ns = text(change.after, u"metadata.namespace");
    const QString name = text(change.after, u"metadata.name");
    m_clock.after(20ms, this, [this, ns, name] { schedule(ns, name); });
}

bool Scheduler::fits(const QJsonObject &pod, const Machine &machine) const
{
    const auto node = m_store.find(u"nodes"_s, {}, machine.name());
    if (!node || at(*node, u"spec.unschedulable").toBool())
        return false;
    const QJsonObject labels = at(*node, u"metadata.labels").toObject();
    const QJsonObject wanted = at(pod, u"spec.nodeSelector").toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (labels.value(it.key()) != *it)
            return false;
    return true;
}

qint64 Scheduler::score(const QJsonObject &pod, const Machine &machine) const
{
    qint64 images = 0;
    const QJsonArray containers = at(pod, u"spec.containers").toArray();
    for (const QJsonValue &container : containers) {
        const auto name = ImageName::parse(text(container.toObject(), u"image"));
        if (name && machine.find(*name))
            ++images;
    }
    qint64 pods = 0;
    for (const QJsonObject &other : m_store.list(u"pods"_s))
        if (text(other, u"spec.nodeName") == machine.name())
            ++pods;
    return images * 1000 - pods;
}

void Scheduler::refuse(QJsonObject pod, const QString &message)
{
    m_events.fromScheduler(pod, u"Warning"_s, u"FailedScheduling"_s, message, u"Scheduling"_s);
    put(pod, u"status.conditions",
        QJsonArray{QJsonObject{{u"type"_s, u"PodScheduled"_s},
                               {u"status"_s, u"False"_s},
                               {u"observedGeneration"_s, 1},
                               {u"lastProbeTime"_s, QJsonValue::Null},
                               {u"lastTransitionTime"_s, m_clock.seconds()},
                               {u"reason"_s, u"Unschedulable"_s},
                               {u"message"_s, message}}});
    m_store.write(u"pods"_s, pod);
}

void Scheduler::schedule(const QString &ns, const QString &name)
{
    auto pod = m_store.find(u"pods"_s, ns, name);
    if (!pod || !text(*pod, u"spec.nodeName").isEmpty() || text(*pod, u"spec.schedulerName") != u"default-scheduler" ||
        !at(*pod, u"metadata.deletionTimestamp").isUndefined())
        return;
    Machine *best = nullptr;
    qint64 bestScore = 0;
    for (Machine *machine : std::as_const(m_machines)) {
        if (!fits(*pod, *machine))
            continue;
        const qint64 own = score(*pod, *machine);
        if (!best || own >= bestScore) {
            best = machine;
            bestScore = own;
        }
    }
    const auto count = m_machines.size();
    if (!best) {
        refuse(*pod,
               u"0/%1 nodes are available: %1 node(s) didn't match Pod's node affinity/selector. no new claims to "
               "deallocate, preemption: 0/%1 nodes are available: %1 Preemption is not helpful for scheduling."_s.arg(
                   count));
        return;
    }
    const QJsonObject before = *pod;
    put(*pod, u"spec.nodeName", best->name());
    put(*pod, u"status.conditions",
        QJsonArray{QJsonObject{{u"type"_s, u"PodScheduled"_s},
                               {u"status"_s, u"True"_s},
                               {u"lastProbeTime"_s, QJsonValue::Null},
                               {u"lastTransitionTime"_s, m_clock.seconds()}}});
    m_store.write(u"pods"_s, *pod);
    m_events.fromScheduler(before, u"Normal"_s, u"Scheduled"_s,
                           u"Successfully assigned %1/%2 to %3"_s.arg(ns, name, best->name()), u"Binding"_s);
}

}  // namespace practice
