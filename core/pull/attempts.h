// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/message.h"
#include "pull/story.h"

namespace pull {

/** What the events of one container say, oldest first. */
struct Evidence {
    struct Said {
        kube::EventPtr event;
        Message message;
    };
    QList<Said> said;
    QList<Attempt> attempts;

    /** The newest of a kind; null if there is none. */
    [[nodiscard]] const Said *newest(Message::Kind kind) const;
};

/** Events of `container` by fieldPath, for the pod's own uid. Aggregated events count, but open no attempt. */
[[nodiscard]] Evidence gather(const kube::Pod &pod, const kube::Container &container,
                              std::span<const kube::EventPtr> events);

}  // namespace pull
