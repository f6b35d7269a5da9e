// SPDX-License-Identifier: Apache-2.0
#include "net/request.h"

using namespace Qt::StringLiterals;

namespace net {

QString pathOf(const QString &root, const QList<QString> &segments)
{
    QString path = root;
    for (const QString &segment : segments) {
        if (segment.isEmpty() || segment == "."_L1 || segment == ".."_L1 || segment.contains(u'/') ||
            segment.contains(u'%'))
            return {};
        path += u'/' + segment;
    }
    return path;
}

}  // namespace net
