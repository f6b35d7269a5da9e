// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windows/tour/scenes.h"

namespace windows {

/** What the editor can do with a text that is only looked at. */
[[nodiscard]] QList<Scene> editorScenes();

}  // namespace windows
