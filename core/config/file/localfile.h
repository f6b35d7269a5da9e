// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <optional>

namespace config {

/** What stat says of a path, symbolic links followed. */
struct FileStatus {
    bool isRegular = false;
    qint64 size = 0;        ///< in bytes
    qint64 modifiedNs = 0;  ///< Unix time
    quint32 owner = 0;      ///< user id; 0 where the system has none
    quint32 mode = 0;       ///< permission bits, Unix; 0 where the system has none
    QByteArray stamp;       ///< changes when the file is written or replaced; for comparison only
};

/** Nothing where there is no such file; errors (a link that loops, a folder that may not be entered) are File. */
[[nodiscard]] kube::Result<std::optional<FileStatus>> fileStatus(const QString &path);

/**
 * The bytes of one regular file. Opens without blocking, so that a FIFO or a device holds nobody up: those, folders and
 * files larger than `limit` bytes are refused. Errors: File, message = what the system says, `where` = the path.
 */
[[nodiscard]] kube::Result<QByteArray> readLocalFile(const QString &path, qint64 limit);

/**
 * A path of the system as text and back without loss, though file names need not be UTF-8: a byte that is no UTF-8 is
 * kept as a lone low surrogate U+DC00 + byte.
 */
[[nodiscard]] QString decodePath(const QByteArray &bytes);
[[nodiscard]] QByteArray encodePath(const QString &path);

/** The user's home folder, lossless as above, no trailing slash. */
[[nodiscard]] QString homePath();

/** `path` as an absolute one, seen from `folder`, `.` and `..` taken out by text alone; empty stays empty. */
[[nodiscard]] QString absolutePath(const QString &path, const QString &folder);

/** True for who could put another file in the place of this one: everyone may write it or its folder (not sticky). */
[[nodiscard]] bool isWritableByAll(const QString &path);

}  // namespace config
