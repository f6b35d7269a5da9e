// SPDX-License-Identifier: Apache-2.0
#include "cli/read/logpods.h"

#include "cli/objects.h"
#include "cli/read/source.h"
#include "decode/selectortext.h"
#include "kube/duration.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Pods = QList<kube::PodPtr>;

namespace {

/** When its Ready condition became True; null where it is not. */
kube::Timestamp readySince(const kube::Pod &pod)
{
    const auto it = std::ranges::find(pod.conditions, u"Ready"_s, &kube::PodCondition::type);
    const bool isReady = it != pod.conditions.end() && it->status == u"True";
    return isReady ? it->lastTransitionTime : kube::Timestamp();
}

bool isReady(const kube::Pod &pod)
{
    return std::ranges::any_of(pod.conditions,
                               [](const kube::PodCondition &c) { return c.type == u"Ready" && c.status == u"True"; });
}

int mostRestarts(const kube::Pod &pod)
{
    int most = 0;
    for (const kube::ContainerStatus &status : pod.statuses)
        most = std::max(most, status.restartCount);
    return most;
}

/** The first time is later than the second; none is latest. */
bool isLater(kube::Timestamp a, kube::Timestamp b)
{
    return a.isNull() || b.isNull() ? a.isNull() : a > b;
}

int rankOf(const QString &phase)
{
    return phase == u"Pending" ? 2 : phase == u"Unknown" ? 1 : 0;
}

/** Whose log tells more: on a node, running, ready for long, restarted often, old. */
bool isBetter(const kube::PodPtr &a, const kube::PodPtr &b)
{
    if (a->nodeName.isEmpty() != b->nodeName.isEmpty())
        return !a->nodeName.isEmpty();
    if (rankOf(a->phase) != rankOf(b->phase))
        return rankOf(a->phase) < rankOf(b->phase);
    if (isReady(*a) != isReady(*b))
        return isReady(*a);
    if (isReady(*a) && readySince(*a) != readySince(*b))
        return isLater(readySince(*b), readySince(*a));
    if (mostRestarts(*a) != mostRestarts(*b))
        return mostRestarts(*a) > mostRestarts(*b);
    if (a->meta.creationTimestamp != b->meta.creationTimestamp)
        return isLater(b->meta.creationTimestamp, a->meta.creationTimestamp);
    return false;
}

std::expected<Pods, QString> selected(Console &console, const QString &selector)
{
    QUrlQuery query;
    if (!selector.isEmpty())
        query.addQueryItem(u"labelSelector"_s, QString::fromLatin1(QUrl::toPercentEncoding(selector)));
    const auto pods = fetch<kube::Pod>(console, console.ns(), u"pods"_s, {}, query);
    return pods ? std::expected<Pods, QString>(*pods) : std::unexpected(errorText(pods.error()));
}

QString missing(Console &console, const kube::Error &error)
{
    return error.kind == kube::Error::Kind::NotFound && error.httpStatus == 404
               ? u"error: error from server (NotFound): %1 in namespace \"%2\""_s.arg(error.message, console.ns())
               : errorText(error);
}

std::expected<Pods, QString> named(Console &console, const QString &name)
{
    const auto pods = fetch<kube::Pod>(console, console.ns(), u"pods"_s, name);
    return pods ? std::expected<Pods, QString>(*pods) : std::unexpected(missing(console, pods.error()));
}

/** Lists until one is there. */
std::expected<Pods, QString> awaited(Console &console, const QString &selector)
{
    constexpr qint64 Pause = 500;  // milliseconds
    const QString &limit = console.arguments().podRunningTimeout;
    const auto wait = limit.isEmpty() ? std::optional<std::chrono::nanoseconds>(20s) : kube::parseGoDuration(limit);
    if (!wait || *wait <= 0s)
        return std::unexpected(u"error: --pod-running-timeout must be higher than zero"_s);
    const QDeadlineTimer end(*wait);
    for (;;) {
        auto pods = selected(console, selector);
        if (!pods || !pods->isEmpty())
            return pods;
        if (end.hasExpired())
            return std::unexpected(u"error: timed out waiting for the condition"_s);
        QEventLoop loop;
        QTimer::singleShot(std::min<qint64>(Pause, end.remainingTime() + 1), &loop, &QEventLoop::quit);
        loop.exec();
    }
}

/** The selector of what kubectl knows to have pods; the error is its sentence. */
std::expected<QString, QString> selectorOf(const kube::Resource &resource, const QJsonObject &object,
                                           const QString &name)
{
    static const QHash<QString, QStringList> kinds = {
        {u"apps"_s, {u"Deployment"_s, u"ReplicaSet"_s, u"StatefulSet"_s, u"DaemonSet"_s}},
        {u"batch"_s, {u"Job"_s}},
        {{}, {u"Service"_s, u"ReplicationController"_s}}};
    const QString type = u"*%1.%2"_s.arg(resource.version, resource.kind);
    const QString head = u"error: cannot get the logs from %1: "_s.arg(type);
    if (!kinds.value(resource.group).contains(resource.kind))
        return std::unexpected(head + u"selector for %1 not implemented"_s.arg(type));
    const auto selector = decode::podSelector(QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (!selector && resource.kind == u"Service")
        return std::unexpected(head + u"invalid service '%1': Service is defined without a selector"_s.arg(name));
    return selector ? std::expected<QString, QString>(*selector) : std::unexpected(head + selector.error().message);
}

std::expected<Pods, QString> behind(Console &console, const QString &type, const QString &name)
{
    const auto source = clusterSource(console);
    const auto resource = source->resolve(type);
    if (!resource)
        return std::unexpected(errorText(resource.error()));
    if (resource->group.isEmpty() && resource->resource == u"pods")
        return named(console, name);
    const auto found = source->find({*resource, console.ns(), name, {}, {}});
    if (!found)
        return std::unexpected(missing(console, found.error()));
    const auto selector = selectorOf(*resource, found->objects.constFirst(), name);
    if (!selector)
        return std::unexpected(selector.error());
    auto pods = awaited(console, *selector);
    if (!pods || console.arguments().allPods)
        return pods;
    std::ranges::stable_sort(*pods, isBetter);
    if (pods->size() > 1)
        console.complain(u"Found %1 pods, using pod/%2"_s.arg(pods->size()).arg(pods->constFirst()->meta.key.name));
    return pods->first(1);
}

}  // namespace

std::expected<Pods, QString> logPods(Console &console, const QString &operand)
{
    if (operand.isEmpty()) {
        const auto pods = selected(console, console.arguments().selector);
        if (pods && pods->isEmpty())
            console.complain(u"No resources found in %1 namespace."_s.arg(console.ns()));
        return pods;
    }
    if (!operand.contains(u'/'))
        return named(console, operand);
    const QStringList parts = operand.split(u'/');
    if (parts.size() > 2)
        return std::unexpected(u"error: arguments in resource/name form may not have more than one slash"_s);
    if (parts.at(0).isEmpty() || parts.at(1).isEmpty())
        return std::unexpected(u"error: arguments in resource/name form must have a single resource and name"_s);
    return behind(console, parts.at(0), parts.at(1));
}

}  // namespace cli
