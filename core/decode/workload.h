// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/poddetail.h"

#include <QByteArrayView>
#include <QStringList>

namespace decode {

/** An object that is a pod or makes pods: the pod as its manifest or template writes it, named after the object. */
struct Workload {
    QString apiVersion;
    QString kind;
    bool ofTemplate = false;
    kube::PodDetail detail;
};

/**
 * Of Pod, Deployment, ReplicaSet, StatefulSet, DaemonSet, Job, CronJob, ReplicationController, and of any other object
 * with a `spec.template.spec`. An object without pods is an error of kind Invalid.
 */
[[nodiscard]] kube::Result<Workload> workload(QByteArrayView json);

/** What a pull secret is good for; its credentials are read over and not kept. */
struct RegistryKeys {
    bool forRegistries = false;  ///< its type is kubernetes.io/dockerconfigjson or dockercfg
    QStringList keys;            ///< `https://index.docker.io/v1/`, `quay.io/acme`; as written, sorted
};
[[nodiscard]] kube::Result<RegistryKeys> registryKeys(QByteArrayView secretJson);

/** imagePullSecrets of a ServiceAccount, names only. */
[[nodiscard]] kube::Result<QStringList> pullSecretNames(QByteArrayView serviceAccountJson);

}  // namespace decode
