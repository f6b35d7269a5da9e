// SPDX-License-Identifier: Apache-2.0
#include "cli/read/logtargets.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

const QString DefaultContainer = u"kubectl.kubernetes.io/default-container"_s;

bool hasContainer(const kube::Pod &pod, const QString &name)
{
    const QList<kube::Container> all = pod.allContainers();
    return std::ranges::any_of(all, [&name](const kube::Container &c) { return c.name == name; });
}

/** `web, log (ephem), setup (init)`. Source: kubectl cmd/util/podcmd AllContainerNames. */
QString namesOf(const kube::Pod &pod)
{
    QStringList names;
    const auto add = [&names](const QList<kube::Container> &containers, const QString &kind) {
        for (const kube::Container &container : containers)
            names << container.name + kind;
    };
    add(pod.containers, {});
    add(pod.ephemeralContainers, u" (ephem)"_s);
    add(pod.initContainers, u" (init)"_s);
    return names.join(u", "_s);
}

/** The container that kubectl would take. Source: kubectl polymorphichelpers logsForObjectWithClient. */
QString chosen(Console &console, const kube::Pod &pod)
{
    const auto &annotations = pod.meta.annotations;
    const auto it = std::ranges::find(annotations, DefaultContainer, [](const auto &pair) { return pair.first; });
    if (it != annotations.end() && !it->second.isEmpty()) {
        if (hasContainer(pod, it->second))
            return it->second;
        console.complain(u"Default container name \"%1\" not found in pod %2"_s.arg(it->second, pod.meta.key.name));
    }
    const QString first = pod.containers.isEmpty() ? QString() : pod.containers.constFirst().name;
    if (pod.containers.size() > 1 || !pod.initContainers.isEmpty() || !pod.ephemeralContainers.isEmpty())
        console.complain(u"Defaulted container \"%1\" out of: %2"_s.arg(first, namesOf(pod)));
    return first;
}

}  // namespace

std::expected<QList<LogTarget>, QString> logTargets(Console &console, const QList<kube::PodPtr> &pods,
                                                    const command::LogWish &wish)
{
    const Arguments &arguments = console.arguments();
    QList<LogTarget> targets;
    for (const kube::PodPtr &pod : pods) {
        QStringList names;
        if (arguments.allContainers)
            for (const kube::Container &container : pod->allContainers())
                names << container.name;
        else
            names << (wish.container.isEmpty() ? chosen(console, *pod) : wish.container);
        for (const QString &name : std::as_const(names)) {
            const QString &podName = pod->meta.key.name;
            if (!hasContainer(*pod, name))
                return std::unexpected(u"error: container %1 is not valid for pod %2"_s.arg(name, podName));
            LogTarget target{wish, {}};
            target.wish.pod = pod->meta.key;
            target.wish.container = name;
            if (arguments.prefix || arguments.allPods)
                target.prefix = u"[pod/%1/%2] "_s.arg(podName, name).toUtf8();
            targets << target;
        }
    }
    return targets;
}

}  // namespace cli
