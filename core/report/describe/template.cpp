// SPDX-License-Identifier: Apache-2.0
#include "decode/poddetail.h"
#include "report/describe/container.h"
#include "report/describe/page.h"
#include "report/describe/scheduling.h"
#include "report/describe/volume.h"

#include <QJsonDocument>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** A template as the pod that would be made of it, without a name: nothing refers to one yet. */
kube::PodDetail podOf(const QJsonValue &podTemplate)
{
    QJsonObject meta = podTemplate["metadata"_L1].toObject();
    meta["name"_L1] = u"template"_s;
    const QJsonObject pod{{"apiVersion"_L1, "v1"_L1},
                          {"kind"_L1, "Pod"_L1},
                          {"metadata"_L1, meta},
                          {"spec"_L1, podTemplate["spec"_L1].toObject()}};
    auto detail = decode::podDetail(QJsonDocument(pod).toJson(QJsonDocument::Compact)).value_or(kube::PodDetail());
    detail.pod.meta.key = {};
    return detail;
}

}  // namespace

void describeTemplate(Page &page, const QJsonValue &podTemplate)
{
    const kube::PodDetail detail = podOf(podTemplate);
    const kube::Version kubectl = page.kubectl;
    Lines &out = page.out;
    out.add(0, u"Pod Template:"_s);
    out.nest(1);
    addLabels(out, 0, u"  Labels"_s, detail.pod.meta.labels);
    const kube::StringPairs annotations = pairsOf(podTemplate["metadata"_L1]["annotations"_L1]);
    if (!annotations.isEmpty())
        addAnnotations(out, 0, annotations, u"  "_s);
    out.nest(-1);
    out.addIf(1, u"Service Account:\t"_s, detail.pod.serviceAccount);
    if (!detail.initContainers.isEmpty())
        describeContainers(out, u"Init Containers"_s, detail.initContainers, {}, detail.pod, kubectl, Within::Template);
    describeContainers(out, u"Containers"_s, detail.containers, {}, detail.pod, kubectl, Within::Template);
    describeVolumes(out, detail.volumes, kubectl, Within::Template);
    out.nest(1);
    if (kubectl.minor >= 25)
        describeSpread(out, u"  "_s, detail.spread);
    out.addIf(0, u"  Priority Class Name:\t"_s, detail.priorityClassName);
    if (kubectl.minor >= 31) {
        addLabels(out, 0, u"  Node-Selectors"_s, detail.nodeSelector);
        describeTolerations(out, u"  Tolerations"_s, detail.tolerations);
    }
    out.nest(-1);
}

}  // namespace report
