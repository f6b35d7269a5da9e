// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <algorithm>

namespace soak {

/** Times of one kind, in milliseconds. */
class Times {
public:
    void add(qint64 milliseconds) { m_values << milliseconds; }
    /** `median 120 ms, max 900 ms of 14`, or `none`. */
    [[nodiscard]] QString text() const
    {
        if (m_values.isEmpty())
            return QStringLiteral("none");
        QList<qint64> sorted = m_values;
        std::ranges::sort(sorted);
        return QStringLiteral("median %1 ms, max %2 ms of %3")
            .arg(sorted.at(sorted.size() / 2))
            .arg(sorted.last())
            .arg(sorted.size());
    }

private:
    QList<qint64> m_values;
};

}  // namespace soak
