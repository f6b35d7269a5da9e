// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windows/tour/scenes.h"

namespace windows {

/** Of the pod table: what is chosen, asked and answered there. Made up, like the other scenes. */
[[nodiscard]] QList<Scene> tableScenes();

}  // namespace windows
