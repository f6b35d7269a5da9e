// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

namespace cli {

/** How messages name the file of a `-f`: `STDIN` for `-`. */
[[nodiscard]] QString sourceOf(const QString &name);

/** The text of the file that a command names, `-` for standard input. */
[[nodiscard]] kube::Result<QString> textOfFile(const QString &name);

/** The documents of the file that a `-f` names, `-` for standard input; the first error in it names file and line. */
[[nodiscard]] kube::Result<QList<manifest::Document>> documentsOf(const QString &name);

}  // namespace cli
