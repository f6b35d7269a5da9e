// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace report {

/** Lines of a describe text: indentation is two spaces a level, tabs mark columns. */
class Lines {
public:
    struct Line {
        int level = 0;
        QString text;
        int depth = 0;  ///< in the tree; -1: in the text only
    };

    void add(int level, const QString &line) { m_lines.append({level, line, isRule(line) ? -1 : level + m_nested}); }
    /** Only where there is a value. */
    void addIf(int level, const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            add(level, label + value);
    }
    /** A line that is there for the eye: an empty one, or a second heading. */
    void addBare(const QString &line) { m_lines.append({0, line, -1}); }
    /** So much deeper in the tree than in the text, from here on; taken back by its negative. */
    void nest(int levels) { m_nested += levels; }
    [[nodiscard]] const QList<Line> &all() const { return m_lines; }
    [[nodiscard]] QString text() const
    {
        QString text;
        for (const Line &line : m_lines)
            text += QString(2LL * line.level, u' ') + line.text + u'\n';
        return text;
    }

private:
    /** What stands under the heads of columns. */
    static bool isRule(const QString &line)
    {
        bool dashes = false;
        for (const QChar c : line) {
            if (c != u'-' && c != u'\t' && c != u' ')
                return false;
            dashes |= c == u'-';
        }
        return dashes;
    }

    QList<Line> m_lines;
    int m_nested = 0;
};

}  // namespace report
