// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/objects.h"
#include "kube/duration.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

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

/** The flags as the API has them; the error is kubectl's sentence. */
std::expected<command::LogWish, QString> wishOf(const Arguments &arguments)
{
    command::LogWish wish;
    wish.follow = arguments.follow;
    wish.previous = arguments.previous;
    wish.timestamps = arguments.timestamps;
    if (!arguments.since.isEmpty() && !arguments.sinceTime.isEmpty())
        return std::unexpected(u"at most one of `sinceTime` or `sinceSeconds` may be specified"_s);
    if (!arguments.since.isEmpty()) {
        const auto since = kube::parseGoDuration(arguments.since);
        if (!since)
            return std::unexpected(u"invalid argument \"%1\" for \"--since\" flag"_s.arg(arguments.since));
        wish.sinceSeconds = std::chrono::round<std::chrono::seconds>(*since).count();
    }
    if (!arguments.sinceTime.isEmpty()) {
        wish.since = kube::Timestamp::parse(arguments.sinceTime);
        if (wish.since.isNull())
            return std::unexpected(
                u"--since-time wants a time like 2026-03-01T12:00:00Z, not \"%1\""_s.arg(arguments.sinceTime));
    }
    const std::tuple<QString, QString, std::optional<qint64> *, bool> numbers[] = {
        {u"tail"_s, arguments.tail, &wish.tailLines, true},
        {u"limit-bytes"_s, arguments.limitBytes, &wish.limitBytes, false}};
    for (const auto &[flag, text, target, mayBeNegative] : numbers) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (!text.isEmpty() && !isNumber)
            return std::unexpected(u"invalid argument \"%1\" for \"--%2\" flag"_s.arg(text, flag));
        if (isNumber && number < (mayBeNegative ? -1 : 0))
            return std::unexpected(mayBeNegative ? u"--tail must be greater than or equal to -1"_s
                                                 : u"--limit-bytes must be greater than 0"_s);
        if (isNumber && number >= (mayBeNegative ? 0 : 1))
            *target = number;
    }
    return wish;
}

}  // namespace

int logs(Console &console)
{
    const Arguments &arguments = console.arguments();
    QStringList operands = arguments.operands;
    const bool isNamed = !operands.isEmpty() && !operands.constFirst().contains(u'/');
    QString container = arguments.container;
    if (isNamed && operands.size() == 2 && container.isEmpty())
        container = operands.takeLast();
    const QString name = isNamed ? operands.constFirst() : podName(operands);
    if (name.isEmpty() || operands.size() > 1) {
        console.complain(u"error: gantryctl reads the logs of one pod: gantryctl logs POD [CONTAINER]"_s);
        return 1;
    }
    auto wish = wishOf(arguments);
    if (!wish) {
        console.complain(u"error: "_s + wish.error());
        return 1;
    }
    const auto pods = fetch<kube::Pod>(console, console.ns(), u"pods"_s, name);
    if (!pods && pods.error().kind == kube::Error::Kind::NotFound) {
        console.complain(
            u"error: error from server (NotFound): %1 in namespace \"%2\""_s.arg(pods.error().message, console.ns()));
        return 1;
    }
    if (!pods)
        return console.fail(pods.error());
    const kube::Pod &pod = *pods->constFirst();
    wish->pod = pod.meta.key;
    wish->container = container.isEmpty() ? chosen(console, pod) : container;
    if (!hasContainer(pod, wish->container)) {
        console.complain(u"error: container %1 is not valid for pod %2"_s.arg(wish->container, name));
        return 1;
    }
    const auto end = await(console.client().pour(*wish, [](QByteArrayView bytes) {
        std::fwrite(bytes.data(), 1, size_t(bytes.size()), stdout);
        std::fflush(stdout);
    }));
    return end ? 0 : console.fail(end.error());
}

}  // namespace cli
