// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/files/fileform.h"

#include <QCoreApplication>

namespace views {

/** The file behind a text: reads, writes whole or not at all, and knows whether it is still what it was. */
class EditorFile {
    Q_DECLARE_TR_FUNCTIONS(views::EditorFile)

public:
    static constexpr qint64 SizeLimit = 16LL * 1024 * 1024;

    /** Empty: the text has no file yet. */
    [[nodiscard]] QString path() const { return m_path; }
    /** Reads a file and keeps it as this one; on failure everything stays as it was. */
    [[nodiscard]] kube::Result<QString> open(const QString &path);
    /** Keeps a file that was read already. */
    void take(const QString &path, FileForm form);
    /**
     * Goes on with a file that was opened before, by what is known of it since: the digest of its bytes and the text
     * that both sides began with. Where it says something else by now, differsOnDisk() is true.
     */
    void resume(const QString &path, const QByteArray &digest, const QString &lastText);
    /** Writes by way of a temporary file; on failure the file on disk stays as it was. */
    [[nodiscard]] kube::Result<void> save(const QString &path, const QString &text);
    /** What was read or written last: the text that both sides began with. */
    [[nodiscard]] QString lastText() const { return m_lastText; }
    /** SHA-256 of the bytes that were read or written last. */
    [[nodiscard]] QByteArray digest() const { return m_digest; }
    /** What a file says now; any thread. */
    [[nodiscard]] static kube::Result<FileForm> read(const QString &path);
    /** Whether the file on disk is not what was read or written last. */
    [[nodiscard]] bool differsOnDisk() const;

private:
    QString m_path;
    QByteArray m_digest;
    FileForm m_form;
    QString m_lastText;
};

}  // namespace views
