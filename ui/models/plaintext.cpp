// SPDX-License-Identifier: Apache-2.0
#include "models/plaintext.h"

#include "report/plaintext.h"

using namespace Qt::StringLiterals;

namespace models {

QString toolTip(const QString &text)
{
    if (text.isEmpty())
        return text;
    return u"<p style=\"white-space:pre-wrap\">"_s + report::visible(text).toHtmlEscaped() + u"</p>"_s;
}

QString actionText(const QString &text)
{
    return report::visibleLine(text).replace(u'&', u"&&"_s);
}

}  // namespace models
