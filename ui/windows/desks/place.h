// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace windows {

/** Which context of which kubeconfig: what is open stands for one of these, and no two for the same. */
struct Place {
    QString context;
    QString file;  ///< the kubeconfig that defines the context
    bool operator==(const Place &) const = default;
};

}  // namespace windows
