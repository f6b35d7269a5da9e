// SPDX-License-Identifier: Apache-2.0
#include "pull/failure/causes.h"

#include "pull/failure/failure.h"

#include <QCoreApplication>

namespace pull {

namespace {

constexpr Cause Reasons[] = {
    {"ErrImageNeverPull", QT_TRANSLATE_NOOP("pull", "The policy is Never and the image is not on the node"),
     QT_TRANSLATE_NOOP("pull",
                       "Load the image onto the node, or change imagePullPolicy to IfNotPresent. No registry is "
                       "asked.")},
    {"InvalidImageName", QT_TRANSLATE_NOOP("pull", "The image is not a valid reference"),
     QT_TRANSLATE_NOOP("pull", "Correct the image: lower case, no scheme, no spaces, no unreplaced ${VARIABLE}.")},
    {"ImageInspectError", QT_TRANSLATE_NOOP("pull", "The container runtime cannot look up the image"),
     QT_TRANSLATE_NOOP("pull", "Check the container runtime on the node; its image store may be damaged.")},
    {"CrashLoopBackOff", QT_TRANSLATE_NOOP("pull", "The container starts and ends again and again"),
     QT_TRANSLATE_NOOP("pull", "Look at the logs of its last run. The image is not the cause: it was pulled and "
                               "started.")},
    {"CreateContainerConfigError", QT_TRANSLATE_NOOP("pull", "Something that the container refers to is missing"),
     QT_TRANSLATE_NOOP("pull", "Check the ConfigMaps, Secrets and keys that the container names.")},
    {"CreateContainerError", QT_TRANSLATE_NOOP("pull", "The runtime cannot create the container"),
     QT_TRANSLATE_NOOP("pull", "Read the kubelet's own words: mounts, devices, names in use.")},
    {"RunContainerError", QT_TRANSLATE_NOOP("pull", "The runtime cannot start the container"),
     QT_TRANSLATE_NOOP("pull", "Check the command, its path inside of the image, and the image's architecture.")},
    {"StartError", QT_TRANSLATE_NOOP("pull", "The container cannot be created or started"),
     QT_TRANSLATE_NOOP("pull", "The image is there. Read the kubelet's own words: a missing ConfigMap or Secret, a "
                               "command that is not in the image, a mount.")},
    {"Unschedulable", QT_TRANSLATE_NOOP("pull", "No node fits the pod"),
     QT_TRANSLATE_NOOP("pull", "Compare its node selector, affinity, tolerations and requests with the nodes. No image "
                               "is pulled before a node is chosen.")},
    {"SchedulingGated", QT_TRANSLATE_NOOP("pull", "The pod is held back by its scheduling gates"),
     QT_TRANSLATE_NOOP("pull", "Whoever set spec.schedulingGates must remove them.")},
    {"FailedMount", QT_TRANSLATE_NOOP("pull", "A volume cannot be mounted"),
     QT_TRANSLATE_NOOP("pull", "Check that the Secret, ConfigMap, claim or server that the volume names exists. No "
                               "image is pulled before.")},
    {"FailedAttachVolume", QT_TRANSLATE_NOOP("pull", "A volume cannot be attached to the node"),
     QT_TRANSLATE_NOOP("pull", "Check whether another node still holds it, and the storage driver.")},
    {"FailedCreatePodSandBox", QT_TRANSLATE_NOOP("pull", "The pod's sandbox cannot be created"),
     QT_TRANSLATE_NOOP("pull", "Check the network plugin, and whether the node can get its pause image. The "
                               "containers' own images come later.")},
    {"NetworkNotReady", QT_TRANSLATE_NOOP("pull", "The node's network is not ready"),
     QT_TRANSLATE_NOOP("pull", "Check the network plugin on the node.")},
    {"NotReady", QT_TRANSLATE_NOOP("pull", "The container runs, but its readiness probe fails"),
     QT_TRANSLATE_NOOP("pull", "Check what the probe asks and the logs. The image is not the cause.")},
    {"Unhealthy", QT_TRANSLATE_NOOP("pull", "A probe fails: the kubelet is about to restart the container"),
     QT_TRANSLATE_NOOP("pull", "Check what the probe asks, its delays and threshold, and the logs.")},
    {"Error", QT_TRANSLATE_NOOP("pull", "The program ended with an error"),
     QT_TRANSLATE_NOOP("pull", "Look at its logs. The image is not the cause: it was pulled and started.")},
    {"OOMKilled", QT_TRANSLATE_NOOP("pull", "The program used more memory than its limit"),
     QT_TRANSLATE_NOOP("pull", "Raise the memory limit, or look for the leak.")},
    {"ContainerStatusUnknown", QT_TRANSLATE_NOOP("pull", "The kubelet could not find the container any more"),
     QT_TRANSLATE_NOOP("pull", "Usually it was deleted together with its pod, or the node was restarted.")},
    {"Evicted", QT_TRANSLATE_NOOP("pull", "The node was short of something and put the pod out"),
     QT_TRANSLATE_NOOP("pull", "Read the message: memory, disk or process ids. Set requests, free the node.")},
};

}  // namespace

Cause causeOf(const QString &category)
{
    for (const Cause &known : Reasons)
        if (category == QLatin1StringView(known.category))
            return known;
    const FailureAdvice &advice = adviceFor(category);
    return {advice.category, advice.meaning, advice.advice};
}

}  // namespace pull
