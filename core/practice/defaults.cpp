// SPDX-License-Identifier: Apache-2.0
#include "practice/defaults.h"

#include "practice/json.h"
#include "practice/registry.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject probeDefaults(QJsonObject probe)
{
    fill(probe, u"timeoutSeconds", 1);
    fill(probe, u"periodSeconds", 10);
    fill(probe, u"successThreshold", 1);
    fill(probe, u"failureThreshold", 3);
    return probe;
}

QJsonObject containerDefaults(QJsonObject container)
{
    fill(container, u"resources", QJsonObject{});
    fill(container, u"terminationMessagePath", u"/dev/termination-log"_s);
    fill(container, u"terminationMessagePolicy", u"File"_s);
    if (text(container, u"imagePullPolicy").isEmpty())
        container.insert(u"imagePullPolicy"_s, defaultPolicy(text(container, u"image")));
    QJsonArray ports = container.value(u"ports"_s).toArray();
    for (qsizetype i = 0; i < ports.size(); ++i) {
        QJsonObject port = ports.at(i).toObject();
        fill(port, u"protocol", u"TCP"_s);
        ports.replace(i, port);
    }
    if (!ports.isEmpty())
        container.insert(u"ports"_s, ports);
    for (const QString &probe : {u"livenessProbe"_s, u"readinessProbe"_s, u"startupProbe"_s})
        if (container.contains(probe))
            container.insert(probe, probeDefaults(container.value(probe).toObject()));
    return container;
}

QJsonObject podDefaults(QJsonObject pod)
{
    QJsonObject spec = pod.value(u"spec"_s).toObject();
    for (const QString &list : {u"containers"_s, u"initContainers"_s}) {
        QJsonArray containers = spec.value(list).toArray();
        for (qsizetype i = 0; i < containers.size(); ++i)
            containers.replace(i, containerDefaults(containers.at(i).toObject()));
        if (!containers.isEmpty())
            spec.insert(list, containers);
    }
    fill(spec, u"restartPolicy", u"Always"_s);
    fill(spec, u"terminationGracePeriodSeconds", 30);
    fill(spec, u"dnsPolicy", u"ClusterFirst"_s);
    fill(spec, u"securityContext", QJsonObject{});
    fill(spec, u"schedulerName", u"default-scheduler"_s);
    fill(spec, u"enableServiceLinks", true);
    pod.insert(u"spec"_s, spec);
    return pod;
}

QJsonObject toleration(const QString &key)
{
    return {
        {u"key"_s, key}, {u"operator"_s, u"Exists"_s}, {u"effect"_s, u"NoExecute"_s}, {u"tolerationSeconds"_s, 300}};
}

QJsonObject tokenVolume(const QString &name)
{
    const QJsonObject token{
        {u"serviceAccountToken"_s, QJsonObject{{u"expirationSeconds"_s, 3607}, {u"path"_s, u"token"_s}}}};
    const QJsonObject root{
        {u"configMap"_s,
         QJsonObject{{u"name"_s, u"kube-root-ca.crt"_s},
                     {u"items"_s, QJsonArray{QJsonObject{{u"key"_s, u"ca.crt"_s}, {u"path"_s, u"ca.crt"_s}}}}}}};
    const QJsonObject field{{u"apiVersion"_s, u"v1"_s}, {u"fieldPath"_s, u"metadata.namespace"_s}};
    const QJsonObject downward{
        {u"downwardAPI"_s,
         QJsonObject{{u"items"_s, QJsonArray{QJsonObject{{u"path"_s, u"namespace"_s}, {u"fieldRef"_s, field}}}}}}};
    const QJsonObject projected{{u"sources"_s, QJsonArray{token, root, downward}}, {u"defaultMode"_s, 420}};
    return {{u"name"_s, name}, {u"projected"_s, projected}};
}

void addTokenVolume(QJsonObject &spec)
{
    const QString name = u"kube-api-access-"_s + randomSuffix();
    QJsonArray volumes = spec.value(u"volumes"_s).toArray();
    volumes.append(tokenVolume(name));
    spec.insert(u"volumes"_s, volumes);
    const QJsonObject mount{
        {u"name"_s, name}, {u"readOnly"_s, true}, {u"mountPath"_s, u"/var/run/secrets/kubernetes.io/serviceaccount"_s}};
    for (const QString &list : {u"containers"_s, u"initContainers"_s}) {
        QJsonArray containers = spec.value(list).toArray();
        for (qsizetype i = 0; i < containers.size(); ++i) {
            QJsonObject container = containers.at(i).toObject();
            QJsonArray mounts = container.value(u"volumeMounts"_s).toArray();
            mounts.append(mount);
            container.insert(u"volumeMounts"_s, mounts);
            containers.replace(i, container);
        }
        if (!containers.isEmpty())
            spec.insert(list, containers);
    }
}

}  // namespace

QString randomSuffix()
{
    constexpr QStringView alphabet = u"bcdfghjklmnpqrstvwxz2456789";
    QString result;
    for (int i = 0; i < 5; ++i)
        result += alphabet.at(QRandomGenerator::global()->bounded(static_cast<int>(alphabet.size())));
    return result;
}

QString qosClass(const QJsonObject &pod)
{
    bool any = false;
    bool guaranteed = true;
    const QJsonArray containers = at(pod, u"spec.containers").toArray();
    for (const QJsonValue &value : containers) {
        const QJsonObject limits = at(value.toObject(), u"resources.limits").toObject();
        const QJsonObject requests = at(value.toObject(), u"resources.requests").toObject();
        any = any || !limits.isEmpty() || !requests.isEmpty();
        guaranteed = guaranteed && limits.contains(u"cpu"_s) && limits.contains(u"memory"_s) &&
                     (requests.isEmpty() || requests == limits);
    }
    return !any ? u"BestEffort"_s : guaranteed ? u"Guaranteed"_s : u"Burstable"_s;
}

QJsonObject withDefaults(const QString &kind, QJsonObject object)
{
    if (kind == u"Pod")
        return podDefaults(std::move(object));
    if (kind == u"Namespace") {
        fill(object, u"spec.finalizers", QJsonArray{u"kubernetes"_s});
        QJsonObject labels = at(object, u"metadata.labels").toObject();
        labels.insert(u"kubernetes.io/metadata.name"_s, text(object, u"metadata.name"));
        put(object, u"metadata.labels", labels);
        fill(object, u"status.phase", u"Active"_s);
    }
    if (kind == u"Secret")
        fill(object, u"type", u"Opaque"_s);
    return object;
}

QJsonObject admitted(QJsonObject pod, bool withServiceAccount)
{
    QJsonObject spec = pod.value(u"spec"_s).toObject();
    fill(spec, u"serviceAccountName", u"default"_s);
    spec.insert(u"serviceAccount"_s, spec.value(u"serviceAccountName"_s));
    if (withServiceAccount && spec.value(u"automountServiceAccountToken"_s).toBool(true))
        addTokenVolume(spec);
    QJsonArray tolerations = spec.value(u"tolerations"_s).toArray();
    for (const QString &key : {u"node.kubernetes.io/not-ready"_s, u"node.kubernetes.io/unreachable"_s})
        if (indexOf(tolerations, u"key"_s, key) < 0)
            tolerations.append(toleration(key));
    spec.insert(u"tolerations"_s, tolerations);
    fill(spec, u"priority", 0);
    fill(spec, u"preemptionPolicy", u"PreemptLowerPriority"_s);
    pod.insert(u"spec"_s, spec);
    pod.insert(u"status"_s, QJsonObject{{u"phase"_s, u"Pending"_s}, {u"qosClass"_s, qosClass(pod)}});
    return pod;
}

}  // namespace practice
