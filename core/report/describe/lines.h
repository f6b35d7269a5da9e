// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace report {

/** Lines of a describe text: indentation is two spaces a level, tabs mark columns. */
class Lines {
public:
    void add(int level, const QString &line) { m_text += QString(level * 2, u' ') + line + u'\n'; }
    /** Only where there is a value. */
    void addIf(int level, const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            add(level, label + value);
    }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

}  // namespace report
