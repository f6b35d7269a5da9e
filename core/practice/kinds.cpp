// SPDX-License-Identifier: Apache-2.0
#include "practice/kinds.h"

using namespace Qt::StringLiterals;

namespace practice {

const QList<Kind> &kinds()
{
    static const QList<Kind> list = {
        {u"configmaps"_s, u"ConfigMap"_s, u"configmap"_s, u"cm"_s, true},
        {u"events"_s, u"Event"_s, u"event"_s, u"ev"_s, true},
        {u"namespaces"_s, u"Namespace"_s, u"namespace"_s, u"ns"_s, false},
        {u"nodes"_s, u"Node"_s, u"node"_s, u"no"_s, false},
        {u"pods"_s, u"Pod"_s, u"pod"_s, u"po"_s, true},
        {u"secrets"_s, u"Secret"_s, u"secret"_s, {}, true},
        {u"serviceaccounts"_s, u"ServiceAccount"_s, u"serviceaccount"_s, u"sa"_s, true},
        {u"services"_s, u"Service"_s, u"service"_s, u"svc"_s, true},
    };
    return list;
}

const Kind *kindOf(QStringView plural)
{
    for (const Kind &kind : kinds())
        if (kind.plural == plural)
            return &kind;
    return nullptr;
}

}  // namespace practice
