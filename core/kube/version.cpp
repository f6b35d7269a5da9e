// SPDX-License-Identifier: Apache-2.0
#include "kube/version.h"

namespace kube {

std::optional<Version> Version::parse(QStringView gitVersion)
{
    if (gitVersion.startsWith(u'v'))
        gitVersion = gitVersion.sliced(1);
    if (!gitVersion.startsWith(u"1."))
        return std::nullopt;
    int minor = 0;
    qsizetype i = 2;
    for (; i < gitVersion.size() && i < 6 && gitVersion.at(i) >= u'0' && gitVersion.at(i) <= u'9'; ++i)
        minor = minor * 10 + (gitVersion.at(i).unicode() - u'0');
    return i == 2 ? std::nullopt : std::optional(Version{minor});
}

}  // namespace kube
