// SPDX-License-Identifier: Apache-2.0
#include "windows/work/production.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace windows {

bool soundsLikeProduction(const QString &context)
{
    static const QRegularExpression word(u"(?<![a-z])(?<!non-)(?:prod|production|prd|live)(?![a-z])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return word.match(context).hasMatch();
}

}  // namespace windows
