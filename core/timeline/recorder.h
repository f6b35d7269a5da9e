// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/lane.h"

#include <QHash>
#include <QSet>

namespace timeline {

/**
 * Turns what is seen of pods and their events into lanes. One owner thread; no clock: times come from the objects, and
 * `seen` only where an object carries none. Events may come before or after their pod, repeated, or of an older pod.
 */
class Recorder {
public:
    /** `before` or `now` is null for a new or deleted pod. */
    void observePod(const kube::Pod *before, const kube::Pod *now, kube::Timestamp seen);
    void observeEvent(const kube::Event &event);
    /** The lanes as known now; null for a pod that was never seen. */
    [[nodiscard]] PodLanesPtr lanes(const kube::Key &pod) const;
    /** Pods whose lanes changed since the last call. */
    [[nodiscard]] QList<kube::Key> takeChanged();
    void forget(const kube::Key &pod);

private:
    /** One run of a container, from its status. */
    struct Run {
        kube::Timestamp begin;
        kube::Timestamp end;
        QString text;
    };
    struct Track {
        std::shared_ptr<const kube::Pod> pod;
        kube::Timestamp gone;                ///< when it was seen deleted
        QHash<QString, kube::Event> events;  ///< by uid
        QHash<QString, QList<Run>> runs;     ///< by container, oldest first
    };

    static void observeRuns(Track &track, const kube::Pod &pod);
    static Lane podLane(const Track &track);
    static Lane containerLane(const Track &track, const kube::Container &container);

    QHash<kube::Key, Track> m_tracks;
    QHash<QString, QHash<QString, kube::Event>> m_early;  ///< events whose pod is not here yet, by pod uid
    QSet<kube::Key> m_changed;
};

}  // namespace timeline
