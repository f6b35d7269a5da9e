// SPDX-License-Identifier: Apache-2.0
#include "config/shownurl.h"

#include <QUrl>

namespace config {

QString shownUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    // Without a host the password may be taken for a path.
    if (!parsed.isValid() || parsed.host().isEmpty() || parsed.path().contains(u'@'))
        return QStringLiteral(u"\u2026");
    return parsed.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

}  // namespace config
