// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/files/fileform.h"

#include <QStringList>

namespace views {

/** Files that were read to be opened together, and what of it could not be. */
struct ManifestFiles {
    static constexpr qsizetype MostFiles = 500;
    static constexpr qint64 MostBytes = 64LL * 1024 * 1024;  ///< of all together

    struct File {
        QString path;  ///< absolute
        QString name;  ///< the last part of the path, or as much as tells it from the others
        FileForm form;
    };
    QList<File> files;
    QList<kube::Error> refused;  ///< with the path as `where`

    /**
     * Reads files, and all *.json, *.yaml and *.yml of folders, in kubectl's order: the arguments in theirs, the
     * entries of a folder by name; sub-folders only if `isDeep`, links to folders never. One that is named twice is
     * read once. Source: cli-runtime, resource.ExpandPathsToFileVisitors. Blocking; any thread.
     */
    [[nodiscard]] static ManifestFiles read(const QStringList &paths, bool isDeep);
};

}  // namespace views
