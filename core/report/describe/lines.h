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
    };

    void add(int level, const QString &line) { m_lines.append({level, line}); }
    /** Only where there is a value. */
    void addIf(int level, const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            add(level, label + value);
    }
    [[nodiscard]] const QList<Line> &all() const { return m_lines; }
    [[nodiscard]] QString text() const
    {
        QString text;
        for (const Line &line : m_lines)
            text += QString(line.level * 2, u' ') + line.text + u'\n';
        return text;
    }

private:
    QList<Line> m_lines;
};

}  // namespace report
