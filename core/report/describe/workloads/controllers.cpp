// SPDX-License-Identifier: Apache-2.0
#include "report/describe/workloads/workloads.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Its own pods by their phases. */
QString podsStatus(const Page &page)
{
    const QString uid = page.meta()["uid"_L1].toString();
    const QList<QJsonObject> pods = page.read(0);
    const auto count = [&](QLatin1StringView phase) {
        return QString::number(std::ranges::count_if(pods, [&](const QJsonObject &pod) {
            return isControlledBy(pod, uid) && pod["status"_L1]["phase"_L1] == phase;
        }));
    };
    return u"%1 Running / %2 Waiting / %3 Succeeded / %4 Failed"_s.arg(count("Running"_L1), count("Pending"_L1),
                                                                       count("Succeeded"_L1), count("Failed"_L1));
}

void replicas(Page &page)
{
    page.out.add(0, u"Replicas:\t%1 current / %2 desired"_s.arg(number(page.status()["replicas"_L1]),
                                                                number(page.spec()["replicas"_L1])));
}

void claims(Page &page)
{
    const QJsonArray templates = page.spec()["volumeClaimTemplates"_L1].toArray();
    page.out.add(0, templates.isEmpty() ? u"Volume Claims:\t<none>"_s : u"Volume Claims:"_s);
    for (const QJsonValue &claim : templates) {
        const QJsonValue meta = claim["metadata"_L1];
        const QJsonValue annotated = meta["annotations"_L1]["volume.beta.kubernetes.io/storage-class"_L1];
        page.out.add(1, u"Name:\t"_s + meta["name"_L1].toString());
        page.out.add(1, u"StorageClass:\t"_s + textOr(annotated, claim["spec"_L1]["storageClassName"_L1].toString()));
        page.out.nest(1);
        addLabels(page.out, 0, u"  Labels"_s, pairsOf(meta["labels"_L1]));
        addLabels(page.out, 0, u"  Annotations"_s, pairsOf(meta["annotations"_L1]));
        page.out.nest(-1);
        const QJsonValue storage = claim["spec"_L1]["resources"_L1]["requests"_L1]["storage"_L1];
        page.out.add(1, u"Capacity:\t"_s + (storage.isUndefined() ? u"<default>"_s : quantity(storage)));
        page.out.add(1, u"Access Modes:\t"_s + goList(stringsOf(claim["spec"_L1]["accessModes"_L1])));
    }
}

}  // namespace

QList<Beside> readsOfController(const QJsonObject &object)
{
    const QJsonValue selector = object["spec"_L1]["selector"_L1];
    const bool plain = object["kind"_L1].toString() == u"ReplicationController";
    QString labels = selectorText(plain ? QJsonObject{{"matchLabels"_L1, selector}} : selector);
    return {{.resource = {{}, u"v1"_s, u"pods"_s, u"Pod"_s, true},
             .ns = object["metadata"_L1]["namespace"_L1].toString(),
             .labels = labels}};
}

kube::Result<void> describeReplicaSet(Page &page)
{
    page.nameAndNamespace();
    page.out.add(0, u"Selector:\t"_s + selectorOrNone(page.spec()["selector"_L1]));
    page.labels();
    page.annotations();
    page.out.addIf(0, u"Controlled By:\t"_s, controllerOf(page.object));
    replicas(page);
    const kube::Error *failure = page.failure(0);
    page.out.add(0,
                 u"Pods Status:\t"_s + (failure ? u"error in fetching pods: "_s + failure->message : podsStatus(page)));
    describeTemplate(page, page.spec()["template"_L1]);
    describeConditions(page);
    return {};
}

kube::Result<void> describeReplicationController(Page &page)
{
    if (const kube::Error *failure = page.failure(0))
        return std::unexpected(*failure);
    page.nameAndNamespace();
    page.out.add(0, u"Selector:\t"_s + labelsText(page.spec()["selector"_L1]));
    page.labels();
    page.annotations();
    replicas(page);
    page.out.add(0, u"Pods Status:\t"_s + podsStatus(page));
    describeTemplate(page, page.spec()["template"_L1]);
    describeConditions(page);
    return {};
}

kube::Result<void> describeDaemonSet(Page &page)
{
    if (const kube::Error *failure = page.failure(0))
        return std::unexpected(*failure);
    const QJsonValue status = page.status();
    page.name();
    if (page.kubectl.minor >= 33)
        page.out.add(0, u"Namespace:\t"_s + page.meta()["namespace"_L1].toString());
    page.out.add(0, u"Selector:\t"_s + selectorText(page.spec()["selector"_L1]));
    page.out.add(0, u"Node-Selector:\t"_s + labelsText(page.spec()["template"_L1]["spec"_L1]["nodeSelector"_L1]));
    page.labels();
    page.annotations();
    page.out.add(0, u"Desired Number of Nodes Scheduled: "_s + number(status["desiredNumberScheduled"_L1]));
    page.out.add(0, u"Current Number of Nodes Scheduled: "_s + number(status["currentNumberScheduled"_L1]));
    page.out.add(0,
                 u"Number of Nodes Scheduled with Up-to-date Pods: "_s + number(status["updatedNumberScheduled"_L1]));
    page.out.add(0, u"Number of Nodes Scheduled with Available Pods: "_s + number(status["numberAvailable"_L1]));
    page.out.add(0, u"Number of Nodes Misscheduled: "_s + number(status["numberMisscheduled"_L1]));
    page.out.add(0, u"Pods Status:\t"_s + podsStatus(page));
    describeTemplate(page, page.spec()["template"_L1]);
    return {};
}

kube::Result<void> describeStatefulSet(Page &page)
{
    if (const kube::Error *failure = page.failure(0))
        return std::unexpected(*failure);
    const QJsonValue spec = page.spec();
    page.nameAndNamespace();
    page.created();
    page.out.add(0, u"Selector:\t"_s + selectorText(spec["selector"_L1]));
    page.labels();
    page.annotations();
    page.out.add(0, u"Replicas:\t%1 desired | %2 total"_s.arg(number(spec["replicas"_L1]),
                                                              number(page.status()["replicas"_L1])));
    page.out.add(0, u"Update Strategy:\t"_s + spec["updateStrategy"_L1]["type"_L1].toString());
    const QJsonValue rolling = spec["updateStrategy"_L1]["rollingUpdate"_L1];
    if (rolling["partition"_L1].isDouble()) {
        page.out.add(1, u"Partition:\t"_s + number(rolling["partition"_L1]));
        const QJsonValue most = rolling["maxUnavailable"_L1];
        if (!most.isUndefined() && !most.isNull())
            page.out.add(1, u"MaxUnavailable:\t"_s + numberOrText(most));
    }
    page.out.add(0, u"Pods Status:\t"_s + podsStatus(page));
    describeTemplate(page, spec["template"_L1]);
    claims(page);
    return {};
}

}  // namespace report
