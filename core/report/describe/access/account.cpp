// SPDX-License-Identifier: Apache-2.0
#include "report/describe/access/access.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

struct Secrets {
    QStringList tokens;
    QStringList missing;
};

Secrets secretsOf(const Page &page)
{
    Secrets found;
    if (page.failure(0))
        return found;
    QStringList there;
    for (const QJsonObject &secret : page.read(0)) {
        const QJsonValue meta = secret["metadata"_L1];
        const QJsonValue annotations = meta["annotations"_L1];
        there << meta["name"_L1].toString();
        if (secret["type"_L1].toString() == u"kubernetes.io/service-account-token" &&
            annotations["kubernetes.io/service-account.name"_L1].toString() == page.meta()["name"_L1].toString() &&
            annotations["kubernetes.io/service-account.uid"_L1].toString() == page.meta()["uid"_L1].toString())
            found.tokens << meta["name"_L1].toString();
    }
    found.missing =
        eachOf(page.object["secrets"_L1], "name"_L1) + eachOf(page.object["imagePullSecrets"_L1], "name"_L1);
    found.missing.removeIf([&](const QString &name) { return there.contains(name); });
    return found;
}

void names(Lines &out, const QString &header, const QStringList &list, const QStringList &missing)
{
    if (list.isEmpty())
        out.add(0, header + u"\t<none>"_s);
    for (qsizetype i = 0; i < list.size(); ++i)
        out.add(0, (i == 0 ? header : QString()) + u'\t' + list.at(i) +
                       (missing.contains(list.at(i)) ? u" (not found)"_s : QString()));
}

}  // namespace

QList<Beside> readsOfServiceAccount(const QJsonObject &object)
{
    return {{.resource = {{}, u"v1"_s, u"secrets"_s, u"Secret"_s, true},
             .ns = object["metadata"_L1]["namespace"_L1].toString()}};
}

kube::Result<void> describeServiceAccount(Page &page)
{
    const Secrets secrets = secretsOf(page);
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    names(page.out, u"Image pull secrets:"_s, eachOf(page.object["imagePullSecrets"_L1], "name"_L1), secrets.missing);
    names(page.out, u"Mountable secrets: "_s, eachOf(page.object["secrets"_L1], "name"_L1), secrets.missing);
    names(page.out, u"Tokens:            "_s, secrets.tokens, secrets.missing);
    return {};
}

}  // namespace report
