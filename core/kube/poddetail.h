// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/pod.h"
#include "kube/volume.h"

namespace kube {

/** Where an environment variable takes its value from. */
struct EnvSource {
    enum class Kind { Value, Field, ResourceField, Secret, ConfigMap, Other };
    Kind kind = Kind::Value;
    QString name;       ///< of the secret or config map; the field path; the resource
    QString key;        ///< within it; the field's apiVersion; the divisor
    QString container;  ///< of a resource field
    bool optional = false;
};

struct EnvVar {
    QString name;
    QString value;
    EnvSource from;
};

struct EnvFrom {
    QString prefix;
    QString name;
    bool secret = false;  ///< else a config map
    bool optional = false;
};

struct ContainerPort {
    QString name;
    QString protocol;
    int containerPort = 0;
    int hostPort = 0;
};

struct VolumeMount {
    QString name;
    QString mountPath;
    QString subPath;
    bool readOnly = false;
};

struct Probe {
    QString action;  ///< `http-get http://:80/x`, `exec [a b]`, `tcp-socket :80`, `grpc <pod>:9 svc`
    qint64 delay = 0, timeout = 0, period = 0, success = 0, failure = 0;
};

struct Resources {
    StringPairs limits, requests;  ///< sorted by resource, as written
};

struct ContainerDetail {
    Container container;
    QList<ContainerPort> ports;
    QList<QString> command, args;
    Resources resources;
    std::optional<Probe> liveness, readiness, startup;
    QList<EnvFrom> envFrom;
    QList<EnvVar> env;
    QList<VolumeMount> mounts;
    StringPairs devices;  ///< path, volume
    QString seccompType, seccompProfile;
};

struct Toleration {
    QString key, op, value, effect;
    std::optional<qint64> seconds;
};

struct SpreadConstraint {
    qint64 maxSkew = 0;
    QString topologyKey, whenUnsatisfiable;
    std::optional<QString> selector;  ///< as labels.Selector prints it, `<none>` for an empty one; absent: none is set
};

/** Pods that are scheduled together; the API changed its form from release to release. */
struct SchedulingGroup {
    std::optional<QString> podGroup;  ///< 1.36: schedulingGroup.podGroupName
    bool hasWorkload = false;         ///< 1.35: workloadRef
    QString workload, workloadGroup, workloadReplica;
};

/** Everything of a pod that `kubectl describe pod` prints. */
struct PodDetail {
    Pod pod;
    std::optional<qint64> priority;
    QString priorityClassName, runtimeClassName;
    QString seccompType, seccompProfile;
    QString qosClass;
    QList<ContainerDetail> initContainers, containers, ephemeralContainers;
    QList<Volume> volumes;
    StringPairs nodeSelector;  ///< sorted by key
    QList<Toleration> tolerations;
    std::optional<Resources> resources;  ///< of the pod as a whole, since 1.32
    QList<SpreadConstraint> spread;
    SchedulingGroup group;
};

}  // namespace kube
