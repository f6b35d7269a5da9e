// SPDX-License-Identifier: Apache-2.0
#include "report/describe/cluster/cluster.h"
#include "report/describe/config/config.h"

namespace report {

using namespace Qt::StringLiterals;

QList<Beside> readsOfNamespace(const QJsonObject &object)
{
    const QString ns = object["metadata"_L1]["name"_L1].toString();
    return {{.resource = {{}, u"v1"_s, u"resourcequotas"_s, u"ResourceQuota"_s, true}, .ns = ns},
            {.resource = {{}, u"v1"_s, u"limitranges"_s, u"LimitRange"_s, true}, .ns = ns}};
}

kube::Result<void> describeNamespace(Page &page)
{
    for (const qsizetype answer : {0, 1})  // a server that does not know the kind is no failure
        if (const kube::Error *failure = page.failure(answer); failure && failure->kind != kube::Error::Kind::NotFound)
            return std::unexpected(*failure);
    page.name();
    page.labels();
    page.annotations();
    page.out.add(0, u"Status:\t"_s + page.status()["phase"_L1].toString());
    describeDatedConditions(page);
    if (!page.failure(0)) {
        page.out.addBare({});
        describeQuotas(page.out, page.read(0));
    }
    if (!page.failure(1)) {
        page.out.addBare({});
        describeLimits(page.out, page.read(1));
    }
    return {};
}

}  // namespace report
