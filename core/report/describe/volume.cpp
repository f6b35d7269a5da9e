// SPDX-License-Identifier: Apache-2.0
#include "report/describe/volume.h"

#include "kube/quantity.h"
#include "report/describe/pairs.h"
#include "report/describe/volumekinds.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

const QString *find(const QList<std::pair<QString, QString>> &pairs, const QString &name)
{
    const auto it = std::ranges::find(pairs, name, &std::pair<QString, QString>::first);
    return it == pairs.end() ? nullptr : &it->second;
}

QStringList listOf(const kube::VolumeSource &source, const QString &field)
{
    const auto it = std::ranges::find(source.lists, field, &std::pair<QString, QStringList>::first);
    return it == source.lists.end() ? QStringList() : it->second;
}

/** Go's %v of a map of strings. */
QString mapText(const kube::StringPairs &pairs)
{
    QStringList entries;
    for (const auto &[key, value] : pairs)
        entries << key + u':' + value;
    return u"map[%1]"_s.arg(entries.join(u' '));
}

QString fieldText(const kube::VolumeSource &source, const VolumeRow &row)
{
    switch (row.shape) {
    case VolumeRow::Shape::List: return u'[' + listOf(source, row.field).join(u' ') + u']';
    case VolumeRow::Shape::Joined: return listOf(source, row.field).join(u", "_s);
    case VolumeRow::Shape::Map: return mapText(source.attributes);
    case VolumeRow::Shape::Reference: {
        const QString *name = find(source.references, row.field);
        return name ? u"&LocalObjectReference{Name:%1,}"_s.arg(*name) : row.fallback;
    }
    case VolumeRow::Shape::Size: {
        const QString size = source.field(row.field);
        return kube::isPositiveQuantity(size) ? kube::canonicalQuantity(size) : row.fallback;
    }
    case VolumeRow::Shape::Value: break;
    }
    return source.has(row.field) ? source.field(row.field) : row.fallback;
}

void attributes(Lines &out, const kube::StringPairs &values)
{
    if (values.isEmpty())
        out.add(2, u"VolumeAttributes:\t<none>"_s);
    for (qsizetype i = 0; i < values.size(); ++i)  // kubectl indents inside the cell
        out.add(2, (i == 0 ? u"VolumeAttributes:\t    "_s : u"\t    "_s) +
                       cutBytes(values.at(i).first + u'=' + values.at(i).second, 140));
}

/** kubectl's pointer text of releases up to 1.32 where the field is set is not to be had: what it stands for is said.
 */
void projection(Lines &out, const kube::VolumeSource &source, kube::Version kubectl)
{
    const bool old = kubectl.minor <= 32;
    const QString unset = old ? u"<nil>"_s : u"false"_s;
    const QString optional = source.has(u"optional") ? source.field(u"optional") : unset;
    if (source.type == u"secret") {
        out.add(2, u"SecretName:\t"_s + source.field(u"name"));
        out.add(2, (old ? u"SecretOptionalName:\t"_s : u"Optional:\t"_s) + optional);
    } else if (source.type == u"downwardAPI") {
        out.add(2, u"DownwardAPI:\ttrue"_s);
    } else if (source.type == u"configMap") {
        out.add(2, u"ConfigMapName:\t"_s + source.field(u"name"));
        out.add(2, (old ? u"ConfigMapOptional:\t"_s : u"Optional:\t"_s) + optional);
    } else if (source.type == u"serviceAccountToken") {
        out.add(2, u"TokenExpirationSeconds:\t"_s + source.field(u"expirationSeconds"));
    }
}

/** A claim inside a volume: each write of kubectl's is indented again, also inside a cell. */
void claim(Lines &out, const kube::ClaimTemplate &claim)
{
    out.add(2, u"StorageClass:\t"_s + claim.storageClass);
    out.add(2, u"Volume:\t"_s + claim.volumeName);
    addLabels(out, 2, u"Labels"_s, claim.labels);
    addAnnotations(out, 2, claim.annotations);
    out.add(2, claim.volumeName.isEmpty() ? u"Capacity:\t"_s : u"Capacity:\t0"_s);
    out.add(2, u"Access Modes:\t"_s);
    if (claim.volumeMode)
        out.add(2, u"VolumeMode:\t"_s + *claim.volumeMode);
    if (!claim.hasSource)
        return;
    out.add(2, u"DataSource:"_s);
    if (claim.sourceGroup)
        out.add(3, u"APIGroup:\t"_s + *claim.sourceGroup);
    out.add(3, u"Kind:\t"_s + claim.sourceKind);
    out.add(3, u"Name:\t"_s + claim.sourceName);
}

void ephemeral(Lines &out, const kube::Volume &volume, kube::Version kubectl)
{
    out.add(2, u"Type:\tEphemeralVolume (an inline specification for a volume that gets created and deleted with the "
               "pod)"_s);
    if (volume.claim)
        claim(out, *volume.claim);
    if (kubectl.minor <= 20)
        out.add(2, u"ReadOnly:\tfalse"_s);
}

void oneVolume(Lines &out, const kube::Volume &volume, kube::Version kubectl)
{
    const kube::VolumeSource &source = volume.source;
    if (source.type == u"projected") {
        out.add(2, u"Type:\tProjected (a volume that contains injected data from multiple sources)"_s);
        for (const kube::VolumeSource &part : volume.projected)
            projection(out, part, kubectl);
        return;
    }
    if (source.type == u"ephemeral") {
        ephemeral(out, volume, kubectl);
        return;
    }
    const VolumeKind *kind = volumeKind(source.type);
    if (!kind || kubectl.minor < kind->since) {
        out.add(1, u"<unknown>"_s);
        return;
    }
    out.add(2, u"Type:\t"_s + kind->title);
    for (const VolumeRow &row : kind->rows)
        out.add(2, row.label + u'\t' + fieldText(source, row));
    if (source.type == u"csi")
        attributes(out, source.attributes);
    if (source.type == u"downwardAPI") {
        out.add(2, u"Items:"_s);
        for (const auto &[from, path] : source.items)
            out.add(3, u"%1 -> %2"_s.arg(from, path));
    }
}

}  // namespace

void describeVolumes(Lines &out, const QList<kube::Volume> &volumes, kube::Version kubectl, Within within)
{
    const int deeper = within == Within::Template ? 1 : 0;
    out.add(deeper, volumes.isEmpty() ? u"Volumes:\t<none>"_s : u"Volumes:"_s);
    out.nest(deeper);
    for (const kube::Volume &v : volumes) {
        out.add(1, QString(deeper, u' ') + v.name + u':');
        oneVolume(out, v, kubectl);
    }
    out.nest(-deeper);
}

}  // namespace report
