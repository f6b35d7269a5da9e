// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "report/describe/storage/storage.h"
#include "report/describe/volumekinds.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** The sources that a PersistentVolume may have, in the order in which kubectl looks for them. */
const QStringList Sources{u"hostPath"_s,
                          u"gcePersistentDisk"_s,
                          u"awsElasticBlockStore"_s,
                          u"nfs"_s,
                          u"iscsi"_s,
                          u"glusterfs"_s,
                          u"rbd"_s,
                          u"quobyte"_s,
                          u"vsphereVolume"_s,
                          u"cinder"_s,
                          u"azureDisk"_s,
                          u"photonPersistentDisk"_s,
                          u"portworxVolume"_s,
                          u"scaleIO"_s,
                          u"local"_s,
                          u"cephfs"_s,
                          u"storageos"_s,
                          u"fc"_s,
                          u"azureFile"_s,
                          u"flexVolume"_s,
                          u"flocker"_s,
                          u"csi"_s};

using Shape = VolumeRow::Shape;

/** Those of a volume that differ from those of a pod's volume of that name. */
const QHash<QString, VolumeKind> &ownKinds()
{
    static const QHash<QString, VolumeKind> table = {
        {u"local"_s,
         {u"LocalVolume (a persistent volume backed by local storage on a node)"_s, {{u"Path:"_s, u"path"_s}}}},
        {u"glusterfs"_s,
         {u"Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)"_s,
          {{u"EndpointsName:"_s, u"endpoints"_s},
           {u"EndpointsNamespace:"_s, u"endpointsNamespace"_s, u"<unset>"_s},
           {u"Path:"_s, u"path"_s},
           {u"ReadOnly:"_s, u"readOnly"_s, u"false"_s}}}},
        {u"scaleIO"_s,
         {u"ScaleIO (a persistent volume backed by a block device in ScaleIO)"_s,
          {{u"Gateway:"_s, u"gateway"_s},
           {u"System:"_s, u"system"_s},
           {u"Protection Domain:"_s, u"protectionDomain"_s},
           {u"Storage Pool:"_s, u"storagePool"_s},
           {u"Storage Mode:"_s, u"storageMode"_s},
           {u"VolumeName:"_s, u"volumeName"_s},
           {u"SecretName:"_s, u"secretRef.name"_s},
           {u"SecretNamespace:"_s, u"secretRef.namespace"_s},
           {u"FSType:"_s, u"fsType"_s},
           {u"ReadOnly:"_s, u"readOnly"_s, u"false"_s}}}},
        {u"azureFile"_s,
         {u"AzureFile (an Azure File Service mount on the host and bind mount to the pod)"_s,
          {{u"SecretName:"_s, u"secretName"_s},
           {u"SecretNamespace:"_s, u"secretNamespace"_s},
           {u"ShareName:"_s, u"shareName"_s},
           {u"ReadOnly:"_s, u"readOnly"_s, u"false"_s}}}},
        {u"csi"_s,
         {u"CSI (a Container Storage Interface (CSI) volume source)"_s,
          {{u"Driver:"_s, u"driver"_s},
           {u"FSType:"_s, u"fsType"_s},
           {u"VolumeHandle:"_s, u"volumeHandle"_s},
           {u"ReadOnly:"_s, u"readOnly"_s, u"false"_s}}}},
    };
    return table;
}

/** Go's %v of a pointer to a reference. */
QString reference(const QJsonValue &secret, const QString &type)
{
    if (!secret.isObject())
        return u"nil"_s;
    if (type == u"storageos")
        return {};
    return u"&SecretReference{Name:%1,Namespace:%2,}"_s.arg(secret["name"_L1].toString(),
                                                            secret["namespace"_L1].toString());
}

QString value(const QJsonValue &source, const VolumeRow &row, const QString &type)
{
    QJsonValue found = source;
    for (const QString &part : row.field.split(u'.'))
        found = found[part];
    switch (row.shape) {
    case Shape::List: return goList(stringsOf(found));
    case Shape::Joined: return stringsOf(found).join(u", ");
    case Shape::Map: return goText(found.toObject());
    case Shape::Reference: return reference(found, type);
    case Shape::Size:
    case Shape::Value: break;
    }
    return found.isUndefined() || found.isNull() ? row.fallback : goText(found);
}

void attributes(Lines &out, const kube::StringPairs &values)
{
    if (values.isEmpty())
        out.add(2, u"VolumeAttributes:\t<none>"_s);
    for (qsizetype i = 0; i < values.size(); ++i)  // kubectl indents inside the cell
        out.add(2, (i == 0 ? u"VolumeAttributes:\t    "_s : u"\t    "_s) +
                       cutBytes(values.at(i).first + u'=' + values.at(i).second, 140));
}

void source(Page &page)
{
    Lines &out = page.out;
    out.add(0, u"Source:"_s);
    const auto type = std::ranges::find_if(Sources, [&](const QString &name) { return page.spec()[name].isObject(); });
    if (type == Sources.end()) {
        out.add(1, u"<unknown>"_s);
        return;
    }
    const auto own = ownKinds().constFind(*type);
    const VolumeKind *kind = own == ownKinds().constEnd() ? volumeKind(*type) : &*own;
    const QJsonValue fields = page.spec()[*type];
    out.nest(-1);
    out.add(2, u"Type:\t"_s + kind->title);
    for (const VolumeRow &row : kind->rows)
        out.add(2, row.label + u'\t' + value(fields, row, *type));
    if (*type == u"csi")
        attributes(out, pairsOf(fields["volumeAttributes"_L1]));
    out.nest(1);
}

/** Requirements of a term, one a line. */
void term(Lines &out, const QString &title, const QJsonArray &requirements)
{
    if (requirements.isEmpty())
        out.add(2, title + u":\t<none>"_s);
    for (qsizetype i = 0; i < requirements.size(); ++i) {
        const QJsonValue requirement = requirements.at(i);
        const QString values = stringsOf(requirement["values"_L1]).join(u", ");
        out.add(2, (i == 0 ? title + u":\t"_s : u"\t"_s) + requirement["key"_L1].toString() + u' ' +
                       requirement["operator"_L1].toString().toLower() +
                       (values.isEmpty() && requirement["values"_L1].toArray().isEmpty() ? QString()
                                                                                         : u" [%1]"_s.arg(values)));
    }
}

void affinity(Page &page)
{
    const QJsonValue required = page.spec()["nodeAffinity"_L1]["required"_L1];
    page.out.add(0, required.isObject() ? u"Node Affinity:\t"_s : u"Node Affinity:\t<none>"_s);
    if (!required.isObject())
        return;
    const QJsonArray terms = required["nodeSelectorTerms"_L1].toArray();
    page.out.add(1, terms.isEmpty() ? u"Required Terms:\t<none>"_s : u"Required Terms:\t"_s);
    for (qsizetype i = 0; i < terms.size(); ++i)
        term(page.out, u"Term %1"_s.arg(i), terms.at(i)["matchExpressions"_L1].toArray());
}

}  // namespace

kube::Result<void> describePersistentVolume(Page &page)
{
    const QJsonValue spec = page.spec();
    const QJsonValue deleted = page.meta()["deletionTimestamp"_L1];
    const QJsonValue claim = spec["claimRef"_L1];
    Lines &out = page.out;
    page.name();
    page.labels();
    page.annotations();
    out.add(0, u"Finalizers:\t"_s + goList(stringsOf(page.meta()["finalizers"_L1])));
    out.add(0, u"StorageClass:\t"_s + storageClass(page.object));
    out.add(0, u"Status:\t"_s + (deleted.isString() ? u"Terminating (lasts %1)"_s.arg(kube::age(
                                                          kube::Timestamp::parse(deleted.toString()), page.now))
                                                    : page.status()["phase"_L1].toString()));
    out.add(0, u"Claim:\t"_s + (claim.isObject() ? claim["namespace"_L1].toString() + u'/' + claim["name"_L1].toString()
                                                 : QString()));
    out.add(0, u"Reclaim Policy:\t"_s + spec["persistentVolumeReclaimPolicy"_L1].toString());
    out.add(0, u"Access Modes:\t"_s + accessModes(spec["accessModes"_L1]));
    if (spec["volumeMode"_L1].isString())
        out.add(0, u"VolumeMode:\t"_s + spec["volumeMode"_L1].toString());
    out.add(0, u"Capacity:\t"_s + quantity(spec["capacity"_L1]["storage"_L1]));
    affinity(page);
    out.add(0, u"Message:\t"_s + page.status()["message"_L1].toString());
    source(page);
    return {};
}

}  // namespace report
