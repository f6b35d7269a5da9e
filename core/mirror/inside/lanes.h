// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/recorder.h"

#include <QSet>

namespace mirror {

/** Feeds the timeline's recorder from the stores; forgets the oldest deleted pods, so that memory stays bounded. */
class Lanes {
public:
    void observe(const kube::PodPtr &before, const kube::PodPtr &now, kube::Timestamp seen);
    void observe(const kube::Event &event);
    /** New state of every pod's lanes that changed since the last call. */
    [[nodiscard]] QList<timeline::PodLanesPtr> takeChanged();

private:
    timeline::Recorder m_recorder;
    QList<kube::Key> m_deleted;  ///< oldest first
    QSet<kube::Key> m_alive;
};

}  // namespace mirror
