// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "views/timelinepicture.h"

#include <QString>

namespace views {

/** Rows that an exported picture has at most; more is no picture anyone reads. */
inline constexpr qsizetype MostExportedRows = 400;

/**
 * Writes the timeline with all of its rows, at the time that shows, into a file: SVG where its name ends so, else PNG
 * of twice the resolution. The error names the file.
 */
[[nodiscard]] kube::Result<void> exportTimeline(const TimelinePicture &picture, const QString &path);

}  // namespace views
