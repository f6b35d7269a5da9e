// SPDX-License-Identifier: Apache-2.0
#include "models/eventfold.h"

#include <QStringList>

#include <algorithm>

namespace models {

kube::Timestamp EventMoment::at() const
{
    switch (what) {
    case What::Once:
    case What::First: return event->exactFirst();
    case What::Last: return event->last();
    case What::Between: break;
    }
    return {};
}

bool EventMoment::isSame(const EventMoment &other) const
{
    return what == other.what && event->meta.key == other.event->meta.key;
}

QString EventFold::likeness(const kube::Event &event)
{
    const kube::ObjectReference &about = event.involved;
    return QStringList{about.kind, about.ns,     about.name,   about.uid,        about.fieldPath,
                       event.type, event.reason, event.from(), event.instance(), event.message}
        .join(QChar(0));
}

void EventFold::put(const kube::EventPtr &event)
{
    m_events.removeIf([&event](const kube::EventPtr &known) { return known->meta.key == event->meta.key; });
    const auto before = [](const kube::EventPtr &a, const kube::EventPtr &b) {
        const kube::Timestamp first = a->exactFirst();
        const kube::Timestamp second = b->exactFirst();
        return first == second ? a->meta.key < b->meta.key : first < second;
    };
    m_events.insert(std::ranges::upper_bound(m_events, event, before), event);
    settle();
}

void EventFold::drop(const kube::Key &event)
{
    m_events.removeIf([&event](const kube::EventPtr &known) { return known->meta.key == event; });
    settle();
}

void EventFold::settle()
{
    if (m_events.size() < 2) {
        m_whole = m_events.value(0, m_whole);
        return;
    }
    kube::Event whole = *m_events.constFirst();
    whole.firstTimestamp = whole.first();
    whole.eventTime = {};
    whole.hasSeries = false;
    whole.lastTimestamp = {};
    whole.count = 0;
    for (const kube::EventPtr &event : std::as_const(m_events)) {
        whole.lastTimestamp = std::max(whole.lastTimestamp, event->last());
        whole.count += event->occurrences();
    }
    m_whole = std::make_shared<const kube::Event>(std::move(whole));
}

QList<EventMoment> EventFold::moments() const
{
    QList<EventMoment> moments;
    for (const kube::EventPtr &event : m_events) {
        const int count = event->occurrences();
        if (count == 1) {
            moments << EventMoment{event, EventMoment::What::Once};
            continue;
        }
        moments << EventMoment{event, EventMoment::What::First};
        if (count > 2)
            moments << EventMoment{event, EventMoment::What::Between};
        moments << EventMoment{event, EventMoment::What::Last};
    }
    return moments.size() > 1 ? moments : QList<EventMoment>();
}

}  // namespace models
