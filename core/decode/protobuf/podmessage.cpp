// SPDX-License-Identifier: Apache-2.0
#include "decode/protobuf/podmessage.h"

#include "decode/evidence.h"
#include "decode/protobuf/message.h"

namespace decode {

namespace {

using kube::ContainerKind;
using kube::ContainerState;

/** A Container, or an EphemeralContainerCommon, which has the same numbers. */
kube::Container container(std::string_view message, ContainerKind kind, Interner &intern)
{
    kube::Container c;
    c.kind = kind;
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: c.name = intern(field.view()); break;
        case 2: c.image = intern(field.view()); break;
        case 14: c.policy = pullPolicyOf(field.view()); break;
        case 24:
            if (kind == ContainerKind::Init && field.view() == "Always")
                c.kind = ContainerKind::Sidecar;
            break;
        default: break;
        }
    });
    return c;
}

kube::Container ephemeral(std::string_view message, Interner &intern)
{
    kube::Container c;
    c.kind = ContainerKind::Ephemeral;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            c = container(field.view(), ContainerKind::Ephemeral, intern);
    });
    return c;
}

/** A volume that is an image is pulled as a container is; others are of no interest here. */
void imageVolume(kube::Pod &pod, std::string_view message, Interner &intern)
{
    std::string_view name;
    std::optional<std::string_view> image;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            name = field.view();
        else if (number == 2)
            eachField(field.view(), [&](auto type, Field &source) {
                if (type == 30)
                    image = source.view();
            });
    });
    if (!image)
        return;
    kube::Container volume;
    volume.kind = ContainerKind::Volume;
    volume.name = intern(name);
    eachField(*image, [&](auto number, Field &field) {
        if (number == 1)
            volume.image = intern(field.view());
        else if (number == 2)
            volume.policy = pullPolicyOf(field.view());
    });
    pod.imageVolumes.append(volume);
}

/** The text of a message that has but one field. */
std::string_view only(std::string_view message)
{
    std::string_view text;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            text = field.view();
    });
    return text;
}

/** A LocalObjectReference; in JSON there is nothing of one without a name. */
void secret(kube::Pod &pod, std::string_view name, Interner &intern)
{
    if (!name.empty())
        pod.imagePullSecrets.append(intern(name));
}

/** Not shared: each pod has its own. */
QString address(std::string_view ip)
{
    return QString::fromUtf8(ip.data(), qsizetype(ip.size()));
}

void spec(kube::Pod &pod, std::string_view message, Interner &intern)
{
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: imageVolume(pod, field.view(), intern); break;
        case 2: pod.containers.append(container(field.view(), ContainerKind::Regular, intern)); break;
        case 3: pod.restartPolicy = intern(field.view()); break;
        case 8: pod.serviceAccount = intern(field.view()); break;
        case 10: pod.nodeName = intern(field.view()); break;
        case 15: secret(pod, only(field.view()), intern); break;
        case 20: pod.initContainers.append(container(field.view(), ContainerKind::Init, intern)); break;
        case 28: pod.readinessGates.append(intern(only(field.view()))); break;
        case 34: pod.ephemeralContainers.append(ephemeral(field.view(), intern)); break;
        default: break;
        }
    });
}

void terminated(ContainerState &s, std::string_view message, Interner &intern)
{
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: s.exitCode = int(field.number()); break;
        case 2: s.signal = int(field.number()); break;
        case 3: s.reason = intern(field.view()); break;
        case 4: s.message = field.text(); break;
        case 5: s.startedAt = field.time(); break;
        case 6: s.finishedAt = field.time(); break;
        default: break;
        }
    });
}

ContainerState state(std::string_view message, Interner &intern)
{
    ContainerState s;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1) {
            s.phase = ContainerState::Phase::Waiting;
            eachField(field.view(), [&](auto of, Field &waiting) {
                if (of == 1)
                    s.reason = intern(waiting.view());
                else if (of == 2)
                    s.message = waiting.text();
            });
        } else if (number == 2) {
            s.phase = ContainerState::Phase::Running;
            eachField(field.view(), [&](auto of, Field &running) {
                if (of == 1)
                    s.startedAt = running.time();
            });
        } else if (number == 3) {
            s.phase = ContainerState::Phase::Terminated;
            terminated(s, field.view(), intern);
        }
    });
    return s;
}

kube::ContainerStatus containerStatus(std::string_view message, Interner &intern)
{
    kube::ContainerStatus status;
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: status.name = intern(field.view()); break;
        case 2: status.state = state(field.view(), intern); break;
        case 3: status.lastState = state(field.view(), intern); break;
        case 4: status.ready = field.flag(); break;
        case 5: status.restartCount = int(field.number()); break;
        case 6: status.image = intern(field.view()); break;
        case 7: status.imageId = intern(field.view()); break;
        case 8: status.containerId = field.text(); break;
        case 9: status.started = field.flag(); break;
        default: break;
        }
    });
    return status;
}

kube::PodCondition condition(std::string_view message, Interner &intern)
{
    kube::PodCondition c;
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: c.type = intern(field.view()); break;
        case 2: c.status = intern(field.view()); break;
        case 4: c.lastTransitionTime = field.time(); break;
        case 5: c.reason = intern(field.view()); break;
        case 6: c.message = field.text(); break;
        default: break;
        }
    });
    return c;
}

void status(kube::Pod &pod, std::string_view message, Interner &intern)
{
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: pod.phase = intern(field.view()); break;
        case 2: pod.conditions.append(condition(field.view(), intern)); break;
        case 3: pod.message = field.text(); break;
        case 4: pod.reason = intern(field.view()); break;
        case 5: pod.hostIp = intern(field.view()); break;
        case 6: pod.podIp = field.text(); break;
        case 7: pod.startTime = field.time(); break;
        case 8: pod.statuses.append(containerStatus(field.view(), intern)); break;
        case 10: pod.initStatuses.append(containerStatus(field.view(), intern)); break;
        case 11: pod.nominatedNodeName = intern(field.view()); break;
        case 12: pod.podIps.append(address(only(field.view()))); break;
        case 13: pod.ephemeralStatuses.append(containerStatus(field.view(), intern)); break;
        default: break;
        }
    });
    if (!pod.podIps.isEmpty())
        pod.podIp = pod.podIps.constFirst();
}

}  // namespace

kube::Pod podOf(std::string_view message, Interner &intern)
{
    kube::Pod pod;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            fillMeta(pod, field.view(), intern);
        else if (number == 2)
            spec(pod, field.view(), intern);
        else if (number == 3)
            status(pod, field.view(), intern);
    });
    return pod;
}

}  // namespace decode
