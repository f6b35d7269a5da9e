// SPDX-License-Identifier: Apache-2.0
// Strings as YAML text: private to core/manifest.
#pragma once

#include <QString>

namespace manifest {

/** Writes scalars as go-yaml v2's emitter does; keeps the column, in code points. */
class YamlScalarWriter {
public:
    QString text;

    /** Text that needs no thought: indicators, numbers. */
    void raw(QStringView characters);
    /** A line end and so many spaces. */
    void newLine(int indent);
    /** A string in the style that it needs; folded and block lines get `indent`. A key is never folded. */
    void string(const QString &value, int indent, bool isKey);

private:
    void plain(const QList<uint> &value, int indent, bool fold);
    void singleQuoted(const QList<uint> &value, int indent, bool fold);
    void doubleQuoted(const QList<uint> &value, int indent, bool fold);
    void literal(const QList<uint> &value, int indent);
    void put(uint character);

    int m_column = 0;
};

}  // namespace manifest
