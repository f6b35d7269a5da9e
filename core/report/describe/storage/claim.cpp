// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "report/describe/storage/storage.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Pods with a volume of the claim, and a pod that owns it; sorted by name. */
QStringList users(const Page &page)
{
    const QString claim = page.meta()["name"_L1].toString();
    const QJsonArray owners = page.meta()["ownerReferences"_L1].toArray();
    QStringList names;
    for (const QJsonObject &pod : page.read(0)) {
        const QJsonArray volumes = pod["spec"_L1]["volumes"_L1].toArray();
        const qsizetype uses = std::ranges::count_if(volumes, [&](const QJsonValue &volume) {
            return volume["persistentVolumeClaim"_L1]["claimName"_L1].toString() == claim;
        });
        const bool owns = std::ranges::any_of(owners, [&](const QJsonValue &owner) {
            return owner["kind"_L1].toString() == u"Pod" && owner["uid"_L1] == pod["metadata"_L1]["uid"_L1];
        });
        for (qsizetype i = 0; i < std::max<qsizetype>(uses, owns ? 1 : 0); ++i)  // kubectl names each volume's pod
            names << pod["metadata"_L1]["name"_L1].toString();
    }
    std::ranges::sort(names);
    return names;
}

void source(Lines &out, const QJsonValue &source)
{
    if (!source.isObject())
        return;
    out.add(0, u"DataSource:"_s);
    if (source["apiGroup"_L1].isString())
        out.add(1, u"APIGroup:\t"_s + source["apiGroup"_L1].toString());
    out.add(1, u"Kind:\t"_s + source["kind"_L1].toString());
    out.add(1, u"Name:\t"_s + source["name"_L1].toString());
}

}  // namespace

QList<Beside> readsOfClaim(const QJsonObject &object)
{
    return {
        {.resource = {{}, u"v1"_s, u"pods"_s, u"Pod"_s, true}, .ns = object["metadata"_L1]["namespace"_L1].toString()}};
}

QString accessModes(const QJsonValue &list)
{
    static const QList<std::pair<QString, QString>> Modes{{u"ReadWriteOnce"_s, u"RWO"_s},
                                                          {u"ReadOnlyMany"_s, u"ROX"_s},
                                                          {u"ReadWriteMany"_s, u"RWX"_s},
                                                          {u"ReadWriteOncePod"_s, u"RWOP"_s}};
    const QStringList given = stringsOf(list);
    QStringList texts;
    for (const auto &[mode, text] : Modes)
        if (given.contains(mode))
            texts << text;
    return texts.join(u',');
}

QString storageClass(const QJsonObject &object)
{
    return textOr(object["metadata"_L1]["annotations"_L1]["volume.beta.kubernetes.io/storage-class"_L1],
                  object["spec"_L1]["storageClassName"_L1].toString());
}

kube::Result<void> describeClaim(Page &page)
{
    if (const kube::Error *failure = page.failure(0))
        return std::unexpected(*failure);
    const QJsonValue spec = page.spec();
    const QJsonValue deleted = page.meta()["deletionTimestamp"_L1];
    const QString volume = spec["volumeName"_L1].toString();
    Lines &out = page.out;
    page.nameAndNamespace();
    out.add(0, u"StorageClass:\t"_s + storageClass(page.object));
    out.add(0, u"Status:\t"_s + (deleted.isString() ? u"Terminating (lasts %1)"_s.arg(kube::age(
                                                          kube::Timestamp::parse(deleted.toString()), page.now))
                                                    : page.status()["phase"_L1].toString()));
    out.add(0, u"Volume:\t"_s + volume);
    page.labels();
    page.annotations();
    out.add(0, u"Finalizers:\t"_s + goList(stringsOf(page.meta()["finalizers"_L1])));
    out.add(0,
            u"Capacity:\t"_s + (volume.isEmpty() ? QString() : quantity(page.status()["capacity"_L1]["storage"_L1])));
    out.add(0, u"Access Modes:\t"_s + (volume.isEmpty() ? QString() : accessModes(page.status()["accessModes"_L1])));
    if (spec["volumeMode"_L1].isString())
        out.add(0, u"VolumeMode:\t"_s + spec["volumeMode"_L1].toString());
    source(out, spec["dataSource"_L1]);
    const QStringList names = users(page);
    out.add(0, u"Used By:\t"_s + (names.isEmpty() ? u"<none>"_s : names.constFirst()));
    for (qsizetype i = 1; i < names.size(); ++i)
        out.add(0, u'\t' + names.at(i));
    const QLatin1StringView end = " \t"_L1;
    describeConditions(page, {{"Type"_L1, "type"_L1, end},
                              {"Status"_L1, "status"_L1, end},
                              {"LastProbeTime"_L1, "lastProbeTime"_L1, end, 17},
                              {"LastTransitionTime"_L1, "lastTransitionTime"_L1, end},
                              {"Reason"_L1, "reason"_L1, end},
                              {"Message"_L1, "message"_L1}});
    return {};
}

}  // namespace report
