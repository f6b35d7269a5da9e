// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QString>
#include <QStringConverter>

namespace views {

/**
 * How a file writes its text: encoding and its mark, the ends of lines, characters that a text field cannot keep. Lines
 * that nobody changed are written as they were, byte for byte. A value; any thread.
 */
class FileForm {
public:
    /** Of a new file: UTF-8 without a mark, lines that end with \n. */
    FileForm() = default;
    /** Of a file's bytes; refuses what is no text, as manifest::textOf does. */
    [[nodiscard]] static kube::Result<FileForm> of(const QByteArray &bytes, const QString &path);

    /** The text as a text field shows it: each line ends with \n. */
    [[nodiscard]] const QString &shown() const { return m_shown; }
    /** The bytes that say `text`, which is what became of shown(). */
    [[nodiscard]] QByteArray bytesOf(const QString &text) const;
    /** SHA-256 of the file's bytes. */
    [[nodiscard]] QByteArray digest() const { return digestOf(m_bytes); }
    [[nodiscard]] static QByteArray digestOf(QByteArrayView bytes);

private:
    [[nodiscard]] QString written(const QString &text) const;

    QByteArray m_bytes;
    QString m_raw;  ///< as the file has it, without the mark
    QString m_shown;
    QStringConverter::Encoding m_encoding = QStringConverter::Utf8;
    bool m_isMarked = false;
};

}  // namespace views
