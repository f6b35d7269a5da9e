// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <compare>
#include <optional>

namespace kube {

/** A Kubernetes minor version of the 1.x line; rules that changed over releases take one. */
struct Version {
    int minor = 36;
    /** Reads `v1.31.4-eks-1`, `1.20`, `v1.33.2+k3s1`; nothing where it is not a 1.x version. */
    [[nodiscard]] static std::optional<Version> parse(QStringView gitVersion);
    auto operator<=>(const Version &) const = default;
};

}  // namespace kube
