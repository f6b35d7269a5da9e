// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"
#include "kube/timestamp.h"
#include "net/request.h"

#include <optional>

namespace command {

/** Which log is wanted, and how much of it: core/v1 PodLogOptions. A value. */
struct LogWish {
    kube::Key pod;
    QString container;        ///< empty: of the only one; the server refuses where there are several
    bool follow = false;      ///< the answer goes on while the container runs
    bool previous = false;    ///< of the run before the last restart
    bool timestamps = false;  ///< each line begins with its time and a space
    std::optional<qint64> sinceSeconds;
    kube::Timestamp since;  ///< null: from the beginning; the kubelet reads whole seconds of it
    std::optional<qint64> tailLines;
    std::optional<qint64> limitBytes;
    bool operator==(const LogWish &) const = default;

    /** GET `.../pods/NAME/log`; its path is empty where a name cannot stand in one. */
    [[nodiscard]] net::Request request() const;
};

}  // namespace command
