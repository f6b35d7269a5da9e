// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QString>

#include <optional>

namespace kube {

enum class PullPolicy { Unset, Always, IfNotPresent, Never };

/** `Always`, `IfNotPresent`, `Never`; empty for Unset. */
[[nodiscard]] QString toString(PullPolicy policy);
/** Exact case, as the API server accepts; nothing for any other text. Empty text is Unset. */
[[nodiscard]] std::optional<PullPolicy> pullPolicyFromString(QAnyStringView text);

/** Sidecar: an init container with restartPolicy Always. Volume: no container, but an image that a volume mounts. */
enum class ContainerKind { Init, Sidecar, Regular, Ephemeral, Volume };

struct ContainerState {
    enum class Phase { None, Waiting, Running, Terminated };

    Phase phase = Phase::None;
    QString reason;
    QString message;
    int exitCode = 0;
    int signal = 0;
    Timestamp startedAt;
    Timestamp finishedAt;
    bool operator==(const ContainerState &) const = default;

    /** When its run began; null where it never ran: runtimes write 1970 for a container that could not be started. */
    [[nodiscard]] Timestamp ranFrom() const
    {
        const bool may = phase == Phase::Running || phase == Phase::Terminated;
        return may && startedAt > Timestamp::fromUnixSeconds(0) ? startedAt : Timestamp();
    }
};

/** What the status says of one container. */
struct ContainerStatus {
    QString name;
    QString image;        ///< as the runtime reports it; may differ from the spec's text
    QString imageId;      ///< what really runs: a repo digest or an image id; empty before the image is there
    QString containerId;  ///< `containerd://...`; empty before creation
    ContainerState state;
    ContainerState lastState;
    int restartCount = 0;
    bool ready = false;
    std::optional<bool> started;
    bool operator==(const ContainerStatus &) const = default;
};

/** What the spec says of one container, as far as tables, pull decisions and the timeline need it. */
struct Container {
    QString name;
    QString image;  ///< as written
    PullPolicy policy = PullPolicy::Unset;
    ContainerKind kind = ContainerKind::Regular;
    bool operator==(const Container &) const = default;
};

}  // namespace kube
