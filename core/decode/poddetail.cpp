// SPDX-License-Identifier: Apache-2.0
#include "decode/poddetail.h"

#include "decode/containerdetail.h"
#include "decode/fields.h"
#include "decode/volumedetail.h"
#include "kube/selector.h"

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;

namespace {

kube::Toleration toleration(json::value value)
{
    kube::Toleration t;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "key")
            t.key = text(v);
        else if (key == "operator")
            t.op = text(v);
        else if (key == "value")
            t.value = text(v);
        else if (key == "effect")
            t.effect = text(v);
        else if (key == "tolerationSeconds" && !isNull(v))
            t.seconds = number(v);
    });
    return t;
}

/** One matchExpressions entry. */
QString requirement(json::value value, QString &name)
{
    QString op;
    QStringList values;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "key")
            name = text(v);
        else if (key == "operator")
            op = text(v);
        else if (key == "values")
            items(v, [&](json::value item) { values << text(item); });
    });
    return kube::expressionText(name, op, values);
}

/** A LabelSelector as one line, sorted by key. */
QString selectorText(json::value value)
{
    QList<std::pair<QString, QString>> found;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "matchLabels") {
            for (const auto &[name, wanted] : quantities(v))
                found.emplaceBack(name, name + u'=' + wanted);
        } else if (key == "matchExpressions") {
            items(v, [&](json::value item) {
                QString name;
                const QString line = requirement(item, name);
                found.emplaceBack(name, line);
            });
        }
    });
    std::ranges::stable_sort(found, {}, [](const auto &pair) { return pair.first; });
    QStringList lines;
    for (const auto &[name, line] : std::as_const(found))
        lines << line;
    return lines.isEmpty() ? u"<none>"_s : lines.join(u',');
}

kube::SpreadConstraint spread(json::value value)
{
    kube::SpreadConstraint constraint;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "maxSkew")
            constraint.maxSkew = number(v);
        else if (key == "topologyKey")
            constraint.topologyKey = text(v);
        else if (key == "whenUnsatisfiable")
            constraint.whenUnsatisfiable = text(v);
        else if (key == "labelSelector" && !isNull(v))
            constraint.selector = selectorText(v);
    });
    return constraint;
}

void workload(kube::SchedulingGroup &group, json::value value)
{
    group.hasWorkload = true;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            group.workload = text(v);
        else if (key == "podGroup")
            group.workloadGroup = text(v);
        else if (key == "podGroupReplicaKey")
            group.workloadReplica = text(v);
    });
}

/** Where and with whom the pod is to run. */
void placement(kube::PodDetail &detail, std::string_view key, json::value v)
{
    if (isNull(v))
        return;
    if (key == "resources")
        detail.resources = resources(v);
    else if (key == "topologySpreadConstraints")
        items(v, [&](json::value item) { detail.spread.append(spread(item)); });
    else if (key == "workloadRef")
        workload(detail.group, v);
    else if (key == "schedulingGroup")
        each(v, [&](std::string_view name, json::value f) {
            if (name == "podGroupName" && !isNull(f))
                detail.group.podGroup = text(f);
        });
}

void spec(kube::PodDetail &detail, json::value value)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "containers")
            detail.containers = containerDetails(v);
        else if (key == "initContainers")
            detail.initContainers = containerDetails(v);
        else if (key == "ephemeralContainers")
            detail.ephemeralContainers = containerDetails(v);
        else if (key == "priority" && !isNull(v))
            detail.priority = number(v);
        else if (key == "priorityClassName")
            detail.priorityClassName = text(v);
        else if (key == "runtimeClassName")
            detail.runtimeClassName = text(v);
        else if (key == "securityContext")
            seccomp(v, detail.seccompType, detail.seccompProfile);
        else if (key == "volumes")
            detail.volumes = volumeDetails(v);
        else if (key == "tolerations")
            items(v, [&](json::value item) { detail.tolerations.append(toleration(item)); });
        else if (key == "nodeSelector")
            detail.nodeSelector = quantities(v);
        else
            placement(detail, key, v);
    });
}

/** The same bytes a second time: on-demand parsing goes forward only. */
template <class Read>
void parseAgain(QByteArrayView bytes, Read read)
{
    json::parser parser;
    const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
    json::document document = parser.iterate(padded).value();
    read(document.get_value().value());
}

}  // namespace

kube::Result<kube::PodDetail> podDetail(QByteArrayView bytes)
{
    Reader reader;
    const auto pod = reader.object<kube::Pod>(bytes);
    if (!pod)
        return std::unexpected(pod.error());
    kube::PodDetail detail;
    detail.pod = **pod;
    try {
        parseAgain(bytes, [&](json::value root) {
            each(root, [&](std::string_view key, json::value v) {
                if (key == "spec")
                    spec(detail, v);
                else if (key == "status")
                    each(v, [&](std::string_view field, json::value f) {
                        if (field == "qosClass")
                            detail.qosClass = text(f);
                    });
            });
        });
    } catch (const simdjson::simdjson_error &failure) {
        return kube::failure(kube::Error::Kind::Protocol,
                             u"the pod cannot be read: %1"_s.arg(QString::fromUtf8(failure.what())));
    }
    return detail;
}

}  // namespace decode
