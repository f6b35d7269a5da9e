// SPDX-License-Identifier: Apache-2.0
#include "report/describe/storage/storage.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

namespace {

void mountOptions(Page &page)
{
    const QStringList options = stringsOf(page.object["mountOptions"_L1]);
    page.out.add(0, options.isEmpty() ? u"MountOptions:\t<none>"_s : u"MountOptions:"_s);
    for (const QString &option : options)
        page.out.add(1, option);
}

void topologies(Page &page)
{
    const QJsonValue all = page.object["allowedTopologies"_L1];
    if (!all.isArray())
        return;
    const QJsonArray terms = all.toArray();
    page.out.add(0, terms.isEmpty() ? u"AllowedTopologies:\t<none>"_s : u"AllowedTopologies:\t"_s);
    for (qsizetype i = 0; i < terms.size(); ++i) {
        const QJsonArray labels = terms.at(i)["matchLabelExpressions"_L1].toArray();
        const QString title = u"Term %1:\t"_s.arg(i);
        if (labels.isEmpty())
            page.out.add(1, title + u"<none>"_s);
        for (qsizetype j = 0; j < labels.size(); ++j) {
            const QStringList values = stringsOf(labels.at(j)["values"_L1]);
            page.out.add(1, (j == 0 ? title : u"\t"_s) + labels.at(j)["key"_L1].toString() + u" in"_s +
                                (values.isEmpty() ? QString() : u" [%1]"_s.arg(values.join(u", "))));
        }
    }
}

bool isDefault(const QJsonValue &annotations)
{
    return annotations["storageclass.kubernetes.io/is-default-class"_L1].toString() == u"true" ||
           annotations["storageclass.beta.kubernetes.io/is-default-class"_L1].toString() == u"true";
}

}  // namespace

kube::Result<void> describeStorageClass(Page &page)
{
    const QJsonObject &object = page.object;
    const QJsonValue annotations = page.meta()["annotations"_L1];
    const QJsonValue expansion = object["allowVolumeExpansion"_L1];
    Lines &out = page.out;
    page.name();
    out.add(0, u"IsDefaultClass:\t"_s + (isDefault(annotations) ? u"Yes"_s : u"No"_s));
    out.add(0, u"Annotations:\t"_s + labelsText(annotations));
    out.add(0, u"Provisioner:\t"_s + object["provisioner"_L1].toString());
    out.add(0, u"Parameters:\t"_s + labelsText(object["parameters"_L1]));
    out.add(0, u"AllowVolumeExpansion:\t"_s + (expansion.isBool() ? trueFalse(expansion.toBool()) : u"<unset>"_s));
    mountOptions(page);
    if (object["reclaimPolicy"_L1].isString())
        out.add(0, u"ReclaimPolicy:\t"_s + object["reclaimPolicy"_L1].toString());
    if (object["volumeBindingMode"_L1].isString())
        out.add(0, u"VolumeBindingMode:\t"_s + object["volumeBindingMode"_L1].toString());
    topologies(page);
    return {};
}

kube::Result<void> describeAttributesClass(Page &page)
{
    page.name();
    page.out.add(0, u"Annotations:\t"_s + labelsText(page.meta()["annotations"_L1]));
    page.out.add(0, u"DriverName:\t"_s + page.object["driverName"_L1].toString());
    page.out.add(0, u"Parameters:\t"_s + labelsText(page.object["parameters"_L1]));
    return {};
}

kube::Result<void> describeCsiNode(Page &page)
{
    Lines &out = page.out;
    page.name();
    page.labels();
    page.annotations();
    page.created();
    out.add(0, u"Spec:"_s);
    const QJsonValue drivers = page.spec()["drivers"_L1];
    if (drivers.isArray())
        out.add(1, u"Drivers:"_s);
    for (const QJsonValue &driver : drivers.toArray()) {
        out.add(2, driver["name"_L1].toString() + u':');
        out.add(3, u"Node ID:\t"_s + driver["nodeID"_L1].toString());
        const QJsonValue count = driver["allocatable"_L1]["count"_L1];
        if (count.isDouble()) {
            out.add(3, u"Allocatables:"_s);
            out.add(4, u"Count:\t"_s + number(count));
        }
        if (driver["topologyKeys"_L1].isArray())
            out.add(3, u"Topology Keys:\t"_s + goList(stringsOf(driver["topologyKeys"_L1])));
    }
    return {};
}

}  // namespace report
