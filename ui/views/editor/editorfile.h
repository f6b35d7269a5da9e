// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QFileSystemWatcher>
#include <QFuture>
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
    /** What was read or written last: the text that both sides began with. */
    [[nodiscard]] QString lastText() const { return m_lastText; }
    /** What the file says now; nothing is kept of it. */
    [[nodiscard]] static kube::Result<QString> read(const QString &path);
    /** The same of this file, off the GUI thread: a file may lie on a slow disk. */
    [[nodiscard]] QFuture<kube::Result<QString>> readLater() const;
    /** Whether the file on disk is not what was read or written last. */
    [[nodiscard]] bool differsOnDisk() const;

Q_SIGNALS:
    void changedOnDisk();

private:
    [[nodiscard]] static kube::Result<QByteArray> bytesOf(const QString &path);
    void keep(const QString &path, const QByteArray &bytes, const QString &text);

    QString m_path;
    QByteArray m_digest;
    QString m_lastText;
    QFileSystemWatcher m_watcher;
};

}  // namespace views
