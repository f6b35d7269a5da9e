// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/hold/store.h"
#include "timeline/recorder.h"

#include <QSet>

namespace mirror {

/**
 * Feeds the timeline's recorder from the stores; forgets the oldest deleted pods, so that memory stays bounded. Of more
 * than 2,000 pods only those have lanes that are asked for; what the stores hold of them is told anew then.
 */
class Lanes {
public:
    /** The stores outlive this. */
    Lanes(const Store<kube::SlimPod> &pods, const Store<kube::Event> &events) : m_pods(pods), m_events(events) {}

    /** After the store has changed. */
    void observe(const Change<kube::SlimPod> &change, kube::Timestamp seen);
    void observe(const kube::Event &event);
    /** Whose lanes somebody looks at, instead of those before: all of these are told. */
    void ask(const QSet<kube::Key> &pods);
    /** There are so many pods that only those have lanes. */
    [[nodiscard]] bool areAsked() const { return m_areAsked; }
    /** New state of every pod's lanes that changed since the last call. */
    [[nodiscard]] QList<timeline::PodLanesPtr> takeChanged();

private:
    [[nodiscard]] bool isWanted(const kube::Key &key) const { return !m_areAsked || m_asked.contains(key); }
    void weigh();
    void begin(const QSet<kube::Key> &pods);

    const Store<kube::SlimPod> &m_pods;
    const Store<kube::Event> &m_events;
    timeline::Recorder m_recorder;
    QList<kube::Key> m_deleted;  ///< oldest first
    QSet<kube::Key> m_asked;
    bool m_areAsked = false;
};

}  // namespace mirror
