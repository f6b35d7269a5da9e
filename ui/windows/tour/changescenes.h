// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windows/tour/scenes.h"

namespace windows {

/** What is asked before a cluster is changed from the editor. */
[[nodiscard]] QList<Scene> changeScenes();

}  // namespace windows
