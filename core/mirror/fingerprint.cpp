// SPDX-License-Identifier: Apache-2.0
#include "mirror/fingerprint.h"

#include <QCryptographicHash>

#include <optional>
#include <type_traits>

namespace mirror {

namespace {

/** Feeds values to a hash so that no two different sequences of values give the same bytes. */
class Digest {
public:
    template <class... Values>
    void add(const Values &...values)
    {
        (put(values), ...);
    }
    [[nodiscard]] QByteArray hex() const { return m_hash.result().toHex(); }

private:
    void number(qint64 value) { m_hash.addData(QByteArray::number(value) + ';'); }
    void put(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        number(bytes.size());
        m_hash.addData(bytes);
    }
    void put(kube::Timestamp time) { number(time.unixNanoseconds()); }
    template <class Number>
        requires(std::is_arithmetic_v<Number> || std::is_enum_v<Number>)
    void put(Number value)
    {
        number(static_cast<qint64>(value));
    }
    template <class T>
    void put(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <class A, class B>
    void put(const std::pair<A, B> &pair)
    {
        add(pair.first, pair.second);
    }
    template <class T>
    void put(const QList<T> &list)
    {
        number(list.size());
        for (const T &one : list)
            put(one);
    }
    void put(const kube::Key &key) { add(key.ns, key.name); }
    void put(const kube::OwnerReference &o) { add(o.kind, o.name, o.uid, o.controller); }
    void put(const kube::FieldOwner &o) { add(o.manager, o.operation, o.policyContainers); }
    void put(const kube::ObjectReference &r) { add(r.kind, r.ns, r.name, r.uid, r.fieldPath); }
    void put(const kube::Container &c) { add(c.name, c.image, c.policy, c.kind); }
    void put(const kube::NodeImage &i) { add(i.names, i.sizeBytes); }
    void put(const kube::PodCondition &c) { add(c.type, c.status, c.reason, c.message, c.lastTransitionTime); }
    void put(const kube::ContainerState &s)
    {
        add(s.phase, s.reason, s.message, s.exitCode, s.signal, s.startedAt, s.finishedAt);
    }
    void put(const kube::ContainerStatus &s)
    {
        add(s.name, s.image, s.imageId, s.containerId, s.state, s.lastState, s.restartCount, s.ready, s.started);
    }
    void put(const kube::ObjectMeta &m)
    {
        add(m.key, m.uid, m.resourceVersion, m.creationTimestamp, m.deletionTimestamp, m.deletionGracePeriodSeconds,
            m.labels, m.annotations, m.owners);
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

template <class... Values>
QByteArray digest(const Values &...values)
{
    Digest digest;
    digest.add(values...);
    return digest.hex();
}

}  // namespace

QByteArray fingerprint(const kube::Pod &p)
{
    return digest(p.meta, p.nodeName, p.serviceAccount, p.initContainers, p.containers, p.ephemeralContainers,
                  p.imageVolumes, p.restartPolicy, p.imagePullSecrets, p.readinessGates, p.phase, p.reason, p.message,
                  p.podIp, p.podIps, p.hostIp, p.nominatedNodeName, p.startTime, p.conditions, p.initStatuses,
                  p.statuses, p.ephemeralStatuses, p.lastAppliedPolicies, p.hasLastApplied, p.fieldOwners);
}

QByteArray fingerprint(const kube::SlimPod &pod)
{
    return fingerprint(pod.unfolded());
}

QByteArray fingerprint(const kube::Event &e)
{
    return digest(e.meta, e.involved, e.type, e.reason, e.message, e.component, e.host, e.reportingController,
                  e.reportingInstance, e.action, e.firstTimestamp, e.lastTimestamp, e.eventTime, e.count, e.hasSeries,
                  e.seriesCount, e.seriesLast);
}

QByteArray fingerprint(const kube::Node &n)
{
    return digest(n.meta, n.ready, n.unschedulable, n.kubeletVersion, n.containerRuntimeVersion, n.architecture,
                  n.osImage, n.kernelVersion, n.internalIp, n.roles, n.images, n.pressures);
}

QByteArray fingerprint(const kube::Namespace &ns)
{
    return digest(ns.meta, ns.phase);
}

}  // namespace mirror
