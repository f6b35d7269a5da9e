// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/remark.h"

namespace manifest {

QString filled(const QString &pattern, const QStringList &arguments)
{
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int number = pattern[at] == u'%' && at + 1 < pattern.size() ? pattern[at + 1].digitValue() : -1;
        if (number < 1 || number > arguments.size()) {
            text += pattern[at];
            continue;
        }
        text += arguments[number - 1];
        ++at;
    }
    return text;
}

QString Remark::message() const
{
    return filled(pattern, arguments);
}

}  // namespace manifest
