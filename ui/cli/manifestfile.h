// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

namespace cli {

/** How messages name the file of a `-f`: `STDIN` for `-`. */
[[nodiscard]] QString sourceOf(const QString &name);

/**
 * The files that `-f`s name, in order; `-` is standard input, once. A folder stands for its .json, .yaml and .yml
 * files, by name, with `recursive` also for those of the folders in it. A URL is an error: fetching is not what this
 * does.
 */
[[nodiscard]] kube::Result<QStringList> filesOf(const QStringList &names, bool recursive);

/** The text of the file that a command names, `-` for standard input. */
[[nodiscard]] kube::Result<QString> textOfFile(const QString &name);

/** The documents of one of those files, `-` for standard input; the first error in it names file and line. */
[[nodiscard]] kube::Result<QList<manifest::Document>> documentsOf(const QString &name);

}  // namespace cli
