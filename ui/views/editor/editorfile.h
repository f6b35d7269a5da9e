// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QFileSystemWatcher>
#include <QObject>

namespace views {

/** The file behind the editor's text: reads, writes whole or not at all, and notices other people's changes. */
class EditorFile : public QObject {
    Q_OBJECT

public:
    explicit EditorFile(QObject *parent = nullptr);

    /** Empty: the text has no file yet. */
    [[nodiscard]] QString path() const { return m_path; }
    /** Reads a file and keeps it as this one; on failure everything stays as it was. */
    [[nodiscard]] kube::Result<QString> open(const QString &path);
    /** Writes by way of a temporary file; on failure the file on disk stays as it was. */
    [[nodiscard]] kube::Result<void> save(const QString &path, const QString &text);
    /** Forgets the file. */
    void forget();
    /** Whether the file on disk is not what was read or written last. */
    [[nodiscard]] bool differsOnDisk() const;

Q_SIGNALS:
    void changedOnDisk();

private:
    void keep(const QString &path, const QByteArray &bytes);

    QString m_path;
    QByteArray m_digest;
    QFileSystemWatcher m_watcher;
};

}  // namespace views
