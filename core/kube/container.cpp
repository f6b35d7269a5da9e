// SPDX-License-Identifier: Apache-2.0
#include "kube/container.h"

namespace kube {

using namespace Qt::StringLiterals;

QString toString(PullPolicy policy)
{
    switch (policy) {
    case PullPolicy::Always: return u"Always"_s;
    case PullPolicy::IfNotPresent: return u"IfNotPresent"_s;
    case PullPolicy::Never: return u"Never"_s;
    case PullPolicy::Unset: break;
    }
    return {};
}

std::optional<PullPolicy> pullPolicyFromString(QAnyStringView text)
{
    if (text.isEmpty())
        return PullPolicy::Unset;
    for (const PullPolicy policy : {PullPolicy::Always, PullPolicy::IfNotPresent, PullPolicy::Never})
        if (text == toString(policy))
            return policy;
    return std::nullopt;
}

}  // namespace kube
