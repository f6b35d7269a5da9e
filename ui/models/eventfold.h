// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"

#include <QList>

namespace models {

/** A line under a fold: an occurrence whose time the server keeps, or those that it has only counted. */
struct EventMoment {
    enum class What { Once, First, Between, Last };

    kube::EventPtr event;
    What what = What::Once;

    /** Null: not known. */
    [[nodiscard]] kube::Timestamp at() const;
    /** Whether it stands for the same occurrence, though its event may have changed. */
    [[nodiscard]] bool isSame(const EventMoment &other) const;
};

/** Events alike, shown as one: about one object, of one type, reason and source, with one text. */
class EventFold {
public:
    /** The same for two events exactly if they are alike. */
    [[nodiscard]] static QString likeness(const kube::Event &event);

    /** Adds an event, or takes its new version. */
    void put(const kube::EventPtr &event);
    void drop(const kube::Key &event);
    [[nodiscard]] const QList<kube::EventPtr> &events() const { return m_events; }  ///< in time order
    /** The event, if it is the only one; else one that spans all, with the sum of their counts. What was last here when
     * none is left. */
    [[nodiscard]] const kube::EventPtr &whole() const { return m_whole; }
    /** Every occurrence as far as it is known, in time order; empty where `whole` says it all. */
    [[nodiscard]] QList<EventMoment> moments() const;

private:
    void settle();

    QList<kube::EventPtr> m_events;
    kube::EventPtr m_whole;
};

}  // namespace models
