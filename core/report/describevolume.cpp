// SPDX-License-Identifier: Apache-2.0
#include "report/describevolume.h"

#include <QHash>

namespace report {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    QString label;
    QString field;     ///< API name
    QString fallback;  ///< printed where the field is absent
};

struct Kind {
    QString title;
    QList<Row> rows;
};

/** Volume types as data: title, then label and API field. Source: kubectl pkg/describe print*VolumeSource. */
const QHash<QString, Kind> &kinds()
{
    static const QHash<QString, Kind> table = {
        {u"hostPath"_s,
         {u"HostPath (bare host directory volume)"_s,
          {{u"Path"_s, u"path"_s, {}}, {u"HostPathType"_s, u"type"_s, u"<none>"_s}}}},
        {u"emptyDir"_s,
         {u"EmptyDir (a temporary directory that shares a pod's lifetime)"_s,
          {{u"Medium"_s, u"medium"_s, {}}, {u"SizeLimit"_s, u"sizeLimit"_s, u"<unset>"_s}}}},
        {u"secret"_s,
         {u"Secret (a volume populated by a Secret)"_s,
          {{u"SecretName"_s, u"secretName"_s, {}}, {u"Optional"_s, u"optional"_s, u"false"_s}}}},
        {u"configMap"_s,
         {u"ConfigMap (a volume populated by a ConfigMap)"_s,
          {{u"Name"_s, u"name"_s, {}}, {u"Optional"_s, u"optional"_s, u"false"_s}}}},
        {u"persistentVolumeClaim"_s,
         {u"PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)"_s,
          {{u"ClaimName"_s, u"claimName"_s, {}}, {u"ReadOnly"_s, u"readOnly"_s, u"false"_s}}}},
        {u"nfs"_s,
         {u"NFS (an NFS mount that lasts the lifetime of a pod)"_s,
          {{u"Server"_s, u"server"_s, {}}, {u"Path"_s, u"path"_s, {}}, {u"ReadOnly"_s, u"readOnly"_s, u"false"_s}}}},
        {u"gitRepo"_s,
         {u"GitRepo (a volume that is pulled from git when the pod is created)"_s,
          {{u"Repository"_s, u"repository"_s, {}}, {u"Revision"_s, u"revision"_s, {}}}}},
        {u"image"_s,
         {u"Image (a container image or OCI artifact)"_s,
          {{u"Reference"_s, u"reference"_s, {}}, {u"PullPolicy"_s, u"pullPolicy"_s, {}}}}},
        {u"csi"_s,
         {u"CSI (a Container Storage Interface (CSI) volume source)"_s,
          {{u"Driver"_s, u"driver"_s, {}},
           {u"FSType"_s, u"fsType"_s, {}},
           {u"ReadOnly"_s, u"readOnly"_s, u"false"_s}}}},
        {u"downwardAPI"_s, {u"DownwardAPI (a volume populated by information about the pod)"_s, {}}},
    };
    return table;
}

void attributes(Lines &out, const kube::StringPairs &values)
{
    if (values.isEmpty())
        out.add(2, u"VolumeAttributes:\t<none>"_s);
    for (qsizetype i = 0; i < values.size(); ++i) {  // kubectl indents inside the cell
        QString line = values.at(i).first + u'=' + values.at(i).second;
        if (line.toUtf8().size() > 140)
            line = QString::fromUtf8(line.toUtf8().first(140)) + u"..."_s;
        out.add(2, (i == 0 ? u"VolumeAttributes:\t    "_s : u"\t    "_s) + line);
    }
}

void projection(Lines &out, const kube::VolumeSource &source, kube::Version kubectl)
{
    // Releases up to 1.32 print a pointer there, and <nil> where it is unset.
    const QString unset = kubectl.minor <= 32 ? u"<nil>"_s : u"false"_s;
    const QString optional = source.has(u"optional") ? source.field(u"optional") : unset;
    if (source.type == u"secret") {
        out.add(2, u"SecretName:\t"_s + source.field(u"name"));
        out.add(2, (kubectl.minor <= 32 ? u"SecretOptionalName:\t"_s : u"Optional:\t"_s) + optional);
    } else if (source.type == u"downwardAPI") {
        out.add(2, u"DownwardAPI:\ttrue"_s);
    } else if (source.type == u"configMap") {
        out.add(2, u"ConfigMapName:\t"_s + source.field(u"name"));
        out.add(2, (kubectl.minor <= 32 ? u"ConfigMapOptional:\t"_s : u"Optional:\t"_s) + optional);
    } else if (source.type == u"serviceAccountToken") {
        out.add(2, u"TokenExpirationSeconds:\t"_s + source.field(u"expirationSeconds"));
    }
}

void volume(Lines &out, const kube::Volume &volume, kube::Version kubectl)
{
    out.add(1, volume.name + u':');
    if (volume.source.type == u"projected") {
        out.add(2, u"Type:\tProjected (a volume that contains injected data from multiple sources)"_s);
        for (const kube::VolumeSource &source : volume.projected)
            projection(out, source, kubectl);
        return;
    }
    const auto kind = kinds().constFind(volume.source.type);
    if (kind == kinds().constEnd()) {
        out.add(1, u"<unknown>"_s);
        return;
    }
    out.add(2, u"Type:\t"_s + kind->title);
    for (const Row &row : kind->rows) {
        const bool unset =
            !volume.source.has(row.field) || (row.field == u"sizeLimit" && volume.source.field(row.field) == u"0");
        out.add(2, row.label + u":\t"_s + (unset ? row.fallback : volume.source.field(row.field)));
    }
    if (volume.source.type == u"csi")
        attributes(out, volume.source.items);
    if (volume.source.type == u"downwardAPI") {
        out.add(2, u"Items:"_s);
        for (const auto &[from, path] : volume.source.items)
            out.add(3, u"%1 -> %2"_s.arg(from, path));
    }
}

}  // namespace

void describeVolumes(Lines &out, const QList<kube::Volume> &volumes, kube::Version kubectl)
{
    out.add(0, volumes.isEmpty() ? u"Volumes:\t<none>"_s : u"Volumes:"_s);
    for (const kube::Volume &v : volumes)
        volume(out, v, kubectl);
}

}  // namespace report
