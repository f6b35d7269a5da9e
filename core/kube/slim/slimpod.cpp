// SPDX-License-Identifier: Apache-2.0
#include "kube/slim/slimpod.h"

#include "kube/slim/pack.h"

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

const QString &token()
{
    static const QString text(1, QChar(u'\0'));
    return text;
}

/** Moves values out of a pod, leaving what it shares with others. */
struct Folding {
    PackWriter &own;
    void time(Timestamp &time) const { own.time(std::exchange(time, {})); }
    void text(QString &text) const { own.text(std::exchange(text, {})); }
    void number(int &value) const { own.number(quint64(quint32(std::exchange(value, 0)))); }
    /** All of one runtime begin alike: `containerd://`. */
    void id(QString &text) const
    {
        if (text.isEmpty())
            return;
        const qsizetype sign = text.indexOf("://"_L1);
        const qsizetype scheme = sign < 0 ? 0 : sign + 3;
        own.text(text.sliced(scheme));
        text = text.first(scheme) + token();
    }
};

/** Puts them back. */
struct Unfolding {
    PackReader &own;
    void time(Timestamp &time) const { time = own.time(); }
    void text(QString &text) const { text = own.text(); }
    void number(int &value) const { value = int(quint32(own.number())); }
    void id(QString &text) const
    {
        if (!text.isEmpty())
            text = text.chopped(1) + own.text();
    }
};

template <class Way>
void walk(ContainerState &state, const Way &way)
{
    way.time(state.startedAt);
    way.time(state.finishedAt);
    way.text(state.message);
}

/** All that is a pod's own in its status, in the order of the bytes; `moments` reads the same order. */
template <class Way>
void walk(Pod &pod, const Way &way)
{
    way.time(pod.startTime);
    for (PodCondition &condition : pod.conditions) {
        way.time(condition.lastTransitionTime);
        way.text(condition.message);
    }
    for (auto *list : {&pod.initStatuses, &pod.statuses, &pod.ephemeralStatuses})
        for (ContainerStatus &status : *list) {
            way.id(status.containerId);
            way.number(status.restartCount);
            walk(status.state, way);
            walk(status.lastState, way);
        }
    way.text(pod.message);
}

}  // namespace

SlimPod::SlimPod(Pod pod, Shapes &shapes)
    : meta{pod.meta.key, pod.meta.uid, pod.meta.resourceVersion, pod.meta.creationTimestamp,
           pod.meta.deletionTimestamp},
      nodeName(std::move(pod.nodeName)), podIp(pod.podIp), hostIp(pod.hostIp)
{
    PackWriter own(meta.creationTimestamp);
    const bool isOne = pod.podIps.size() == 1 && pod.podIps.first() == pod.podIp;
    own.number(isOne ? 0 : quint64(pod.podIps.size()) + 1);
    for (qsizetype i = 0; i < pod.podIps.size() && !isOne; ++i)
        own.text(pod.podIps.at(i));
    walk(pod, Folding{own});

    FamilyShape family;
    for (const auto &[name, value] : std::as_const(pod.meta.annotations)) {
        family.annotationNames.append(name);
        own.text(value);
    }
    family.labels = std::move(pod.meta.labels);
    for (qsizetype i = 0; i < family.labels.size(); ++i)
        if (family.labels.at(i).second == meta.key.name && !meta.key.name.isEmpty())
            family.labels[i].second = token();
    family.owners = std::move(pod.meta.owners);
    family.deletionGracePeriodSeconds = pod.meta.deletionGracePeriodSeconds;
    m_family = shapes.shared(std::move(family));

    SpecShape spec;
    spec.serviceAccount = std::move(pod.serviceAccount);
    spec.restartPolicy = std::move(pod.restartPolicy);
    spec.initContainers = std::move(pod.initContainers);
    spec.containers = std::move(pod.containers);
    spec.ephemeralContainers = std::move(pod.ephemeralContainers);
    spec.imageVolumes = std::move(pod.imageVolumes);
    spec.imagePullSecrets = std::move(pod.imagePullSecrets);
    spec.readinessGates = std::move(pod.readinessGates);
    spec.lastAppliedPolicies = std::move(pod.lastAppliedPolicies);
    spec.hasLastApplied = pod.hasLastApplied;
    spec.fieldOwners = std::move(pod.fieldOwners);
    m_spec = shapes.shared(std::move(spec));

    StatusShape status;
    status.phase = std::move(pod.phase);
    status.reason = std::move(pod.reason);
    status.nominatedNodeName = std::move(pod.nominatedNodeName);
    status.conditions = std::move(pod.conditions);
    status.initStatuses = std::move(pod.initStatuses);
    status.statuses = std::move(pod.statuses);
    status.ephemeralStatuses = std::move(pod.ephemeralStatuses);
    m_status = shapes.shared(std::move(status));
    m_own = own.taken();
}

Pod SlimPod::unfolded() const
{
    Pod pod;
    pod.meta.key = meta.key;
    pod.meta.uid = meta.uid;
    pod.meta.resourceVersion = meta.resourceVersion;
    pod.meta.creationTimestamp = meta.creationTimestamp;
    pod.meta.deletionTimestamp = meta.deletionTimestamp;
    pod.meta.deletionGracePeriodSeconds = m_family->deletionGracePeriodSeconds;
    pod.meta.labels = m_family->labels;
    for (qsizetype i = 0; i < m_family->labels.size(); ++i)
        if (isName(m_family->labels.at(i).second))
            pod.meta.labels[i].second = meta.key.name;
    pod.meta.owners = m_family->owners;
    pod.nodeName = nodeName;
    pod.serviceAccount = m_spec->serviceAccount;
    pod.initContainers = m_spec->initContainers;
    pod.containers = m_spec->containers;
    pod.ephemeralContainers = m_spec->ephemeralContainers;
    pod.imageVolumes = m_spec->imageVolumes;
    pod.restartPolicy = m_spec->restartPolicy;
    pod.imagePullSecrets = m_spec->imagePullSecrets;
    pod.readinessGates = m_spec->readinessGates;
    pod.lastAppliedPolicies = m_spec->lastAppliedPolicies;
    pod.hasLastApplied = m_spec->hasLastApplied;
    pod.fieldOwners = m_spec->fieldOwners;
    pod.phase = m_status->phase;
    pod.reason = m_status->reason;
    pod.podIp = podIp;
    pod.hostIp = hostIp;
    pod.nominatedNodeName = m_status->nominatedNodeName;
    pod.conditions = m_status->conditions;
    pod.initStatuses = m_status->initStatuses;
    pod.statuses = m_status->statuses;
    pod.ephemeralStatuses = m_status->ephemeralStatuses;

    PackReader own(m_own, meta.creationTimestamp);
    pod.podIps = addresses(own);
    walk(pod, Unfolding{own});
    for (const QString &name : m_family->annotationNames)
        pod.meta.annotations.emplaceBack(name, own.text());
    return pod;
}

SlimPod::Moments SlimPod::moments() const
{
    Moments found;
    PackReader own(m_own, meta.creationTimestamp);
    for (quint64 left = own.number(); left > 1; --left)
        own.skipText();
    found.startTime = own.time();
    for (qsizetype i = 0; i < m_status->conditions.size(); ++i) {
        found.transitions.append(own.time());
        own.skipText();
    }
    for (const auto *list : {&m_status->initStatuses, &m_status->statuses, &m_status->ephemeralStatuses})
        for (const ContainerStatus &status : *list) {
            Figures figures;
            if (!status.containerId.isEmpty())
                own.skipText();
            figures.restartCount = int(quint32(own.number()));
            figures.startedAt = own.time();
            figures.finishedAt = own.time();
            own.skipText();
            figures.lastStartedAt = own.time();
            figures.lastFinishedAt = own.time();
            own.skipText();
            found.containers.append(figures);
        }
    return found;
}

QString SlimPod::label(QStringView key) const
{
    for (const auto &[name, value] : m_family->labels)
        if (name == key)
            return isName(value) ? meta.key.name : value;
    return {};
}

QList<QString> SlimPod::podIps() const
{
    PackReader own(m_own, meta.creationTimestamp);
    return addresses(own);
}

/** 0 stands for the one that is the pod's address. */
QList<QString> SlimPod::addresses(PackReader &own) const
{
    QList<QString> found;
    const quint64 count = own.number();
    if (count == 0)
        found.append(podIp);
    for (quint64 i = 1; i < count; ++i)
        found.append(own.text());
    return found;
}

bool SlimPod::mayDiffer(const SlimPod &other) const
{
    const auto same = [](const auto &a, const auto &b) { return a == b || *a == *b; };
    return m_own != other.m_own || nodeName != other.nodeName || podIp != other.podIp || hostIp != other.hostIp ||
           meta.uid != other.meta.uid || meta.creationTimestamp != other.meta.creationTimestamp ||
           meta.deletionTimestamp != other.meta.deletionTimestamp || !same(m_family, other.m_family) ||
           !same(m_spec, other.m_spec) || !same(m_status, other.m_status);
}

}  // namespace kube
