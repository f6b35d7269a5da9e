// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

#include <QByteArray>

namespace manifest {

/** Places in a UTF-8 text: bytes in, lines and UTF-16 columns out. */
class TextLines {
public:
    /** `firstLine` is the number of the text's first line in the whole. */
    TextLines(const QByteArray &utf8, int firstLine);

    /** The place of a line (from 0 in this text) and a byte in it (from 0). */
    [[nodiscard]] Place place(int line, int byte) const;
    [[nodiscard]] Place placeOfByte(qsizetype offset) const;
    [[nodiscard]] int firstLine() const { return m_firstLine; }
    /** How many lines there are; one more than line ends. */
    [[nodiscard]] int count() const { return int(m_starts.size()); }
    /** The line, from 0 in this text, that a byte is in. */
    [[nodiscard]] int lineOf(qsizetype offset) const;
    /** The bytes of a line, from 0 in this text, without its end. */
    [[nodiscard]] QByteArrayView line(int line) const;
    /** The offset of a line and a byte in it, both from 0 in this text. */
    [[nodiscard]] qsizetype offset(int line, int byte) const;
    /** How many bytes stand before it in its line. */
    [[nodiscard]] int columnOf(qsizetype offset) const;
    [[nodiscard]] QByteArrayView text() const { return m_text; }
    [[nodiscard]] bool isAscii(int line) const { return m_ascii[line]; }

private:
    QByteArray m_text;
    QList<qsizetype> m_starts;
    QList<bool> m_ascii;
    int m_firstLine;
};

}  // namespace manifest
