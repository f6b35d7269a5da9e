// SPDX-License-Identifier: Apache-2.0
// forecast: what the pods of a manifest would do on each node, before anything is created.
//
// `-o json` prints one list with an object a document that makes pods. These keys stay; further ones may come.
//   object         {apiVersion, kind, namespace, name}
//   containers[]   in start order, image volumes first
//     name, kind     kind: init, sidecar, regular, ephemeral, volume
//     image, policy  policy: in force after defaulting
//     policyFrom     a statement
//     nodes[]        {node, expectation, why, time}; expectation: pull, local, fail, unknown; why: a statement
//       time         {basis, count, shortest, median, longest}, absent where no earlier pull tells; basis: image,
//                    repository, registry: what the earlier pulls have in common with this one; durations as Go writes
//     traps[]        statements
//   leftOut[]      {node, why}: nodes that do not take the pod
// A statement is {id, args, text, evidence, confidence}, as those of `why`.
#include "pull/forecast/forecast.h"

#include "cli/manifestfile.h"
#include "cli/objects.h"
#include "cli/recording.h"
#include "decode/workload.h"
#include "kube/duration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace cli {

using namespace Qt::StringLiterals;
using pull::Expectation;

namespace {

/** What the cluster, or a recording of it, tells. */
struct Ground {
    QList<kube::NodePtr> nodes;
    QList<pull::PastPull> pulls;
};

kube::Result<Ground> groundOf(Console &console)
{
    if (!console.arguments().from.isEmpty()) {
        const auto recording = readRecording(console.arguments().from);
        if (!recording)
            return std::unexpected(recording.error());
        return Ground{recording->nodes, pull::pastPulls(recording->events)};
    }
    const auto nodes = fetch<kube::Node>(console, {}, u"nodes"_s, {});
    if (!nodes)
        return std::unexpected(nodes.error());
    QUrlQuery query;
    query.addQueryItem(u"fieldSelector"_s, u"reason=Pulled"_s);
    const auto events = fetch<kube::Event>(console, {}, u"events"_s, {}, query);  // no right to: no times are told
    return Ground{*nodes, events ? pull::pastPulls(*events) : QList<pull::PastPull>()};
}

/** Where the live object of a manifest is; empty for kinds that are not looked up. */
QString livePath(const decode::Workload &workload, const QString &ns)
{
    static const QMap<QString, QString> resources = {
        {u"Pod"_s, u"pods"_s},
        {u"ReplicationController"_s, u"replicationcontrollers"_s},
        {u"Deployment"_s, u"deployments"_s},
        {u"ReplicaSet"_s, u"replicasets"_s},
        {u"StatefulSet"_s, u"statefulsets"_s},
        {u"DaemonSet"_s, u"daemonsets"_s},
        {u"Job"_s, u"jobs"_s},
        {u"CronJob"_s, u"cronjobs"_s},
    };
    const QString name = workload.detail.pod.meta.key.name;
    if (!resources.contains(workload.kind) || name.isEmpty())
        return {};
    const QString prefix = workload.apiVersion.contains(u'/') ? u"/apis/"_s : u"/api/"_s;
    return prefix + workload.apiVersion + u"/namespaces/%1/%2/%3"_s.arg(ns, resources.value(workload.kind), name);
}

QList<pull::StoredContainer> storedOf(Console &console, const QString &path)
{
    QList<pull::StoredContainer> stored;
    const auto body = path.isEmpty() ? kube::Result<QByteArray>() : console.get(path);
    const auto live = body && !body->isEmpty() ? decode::workload(*body) : std::unexpected(kube::Error());
    if (live)
        for (const kube::Container &container : live->detail.pod.allContainers() + live->detail.pod.imageVolumes)
            stored.append({container.name, container.policy});
    return stored;
}

pull::KnownSecret secretOf(Console &console, const QString &ns, const QString &name)
{
    using State = pull::KnownSecret::State;
    const auto body = console.get(path(ns, u"secrets"_s, name));
    if (!body)
        return {name, body.error().httpStatus == 404 ? State::Missing : State::Unreadable, {}};
    const auto keys = decode::registryKeys(*body);
    if (!keys)
        return {name, State::Unreadable, {}};
    return {name, keys->forRegistries ? State::Readable : State::NotForRegistries, keys->keys};
}

/** Those of the pod; where it names none, its service account's are put in. */
QStringList secretNames(Console &console, const QString &ns, const kube::Pod &pod)
{
    if (!pod.imagePullSecrets.isEmpty())
        return pod.imagePullSecrets;
    const QString account = pod.serviceAccount.isEmpty() ? u"default"_s : pod.serviceAccount;
    const auto body = console.get(path(ns, u"serviceaccounts"_s, account));
    return body ? decode::pullSecretNames(*body).value_or(QStringList()) : QStringList();
}

pull::Plan planOf(Console &console, const decode::Workload &workload, const QString &ns)
{
    pull::Plan plan;
    plan.pod = workload.detail.pod;
    plan.nodeSelector = workload.detail.nodeSelector;
    plan.ofTemplate = workload.ofTemplate;
    if (!console.arguments().from.isEmpty()) {  // a recording holds no secrets and no templates
        for (const QString &name : plan.pod.imagePullSecrets)
            plan.secrets.append({name, pull::KnownSecret::State::Unreadable, {}});
        return plan;
    }
    plan.stored = storedOf(console, livePath(workload, ns));
    for (const QString &name : secretNames(console, ns, plan.pod))
        plan.secrets.append(secretOf(console, ns, name));
    return plan;
}

QString word(Expectation expectation)
{
    constexpr const char *words[] = {"pull", "local", "fail", "unknown"};
    return QString::fromLatin1(words[int(expectation)]);
}

QString word(pull::Estimate::Basis basis)
{
    constexpr const char *words[] = {"", "registry", "repository", "image"};
    return QString::fromLatin1(words[int(basis)]);
}

QString word(kube::ContainerKind kind)
{
    constexpr const char *words[] = {"init", "sidecar", "regular", "ephemeral", "volume"};
    return QString::fromLatin1(words[int(kind)]);
}

QJsonObject json(const pull::Statement &statement)
{
    constexpr const char *confidences[] = {"sure", "likely", "guess"};
    return {{u"id"_s, statement.id},
            {u"args"_s, QJsonArray::fromStringList(statement.args)},
            {u"text"_s, pull::inEnglish(statement)},
            {u"evidence"_s, pull::evidenceInEnglish(statement)},
            {u"confidence"_s, QString::fromLatin1(confidences[int(statement.confidence)])}};
}

QJsonObject json(const pull::ContainerForecast &container)
{
    QJsonArray nodes;
    for (const pull::NodeForecast &node : container.nodes) {
        QJsonObject one{{u"node"_s, node.node}, {u"expectation"_s, word(node.expectation)}, {u"why"_s, json(node.why)}};
        if (node.time.count > 0)
            one.insert(u"time"_s, QJsonObject{{u"basis"_s, word(node.time.basis)},
                                              {u"count"_s, node.time.count},
                                              {u"shortest"_s, kube::goDuration(node.time.shortest)},
                                              {u"median"_s, kube::goDuration(node.time.median)},
                                              {u"longest"_s, kube::goDuration(node.time.longest)}});
        nodes.append(one);
    }
    QJsonArray traps;
    for (const pull::Statement &trap : container.traps)
        traps.append(json(trap));
    return {{u"name"_s, container.container},
            {u"kind"_s, word(container.kind)},
            {u"image"_s, container.image},
            {u"policy"_s, kube::toString(container.policy)},
            {u"policyFrom"_s, json(container.policyFrom)},
            {u"nodes"_s, nodes},
            {u"traps"_s, traps}};
}

QJsonObject json(const decode::Workload &workload, const QString &ns, const pull::Forecast &forecast)
{
    QJsonArray containers;
    for (const pull::ContainerForecast &container : forecast.containers)
        containers.append(json(container));
    QJsonArray leftOut;
    for (const pull::LeftOut &node : forecast.leftOut)
        leftOut.append(QJsonObject{{u"node"_s, node.node}, {u"why"_s, json(node.why)}});
    return {{u"object"_s, QJsonObject{{u"apiVersion"_s, workload.apiVersion},
                                      {u"kind"_s, workload.kind},
                                      {u"namespace"_s, ns},
                                      {u"name"_s, workload.detail.pod.meta.key.name}}},
            {u"containers"_s, containers},
            {u"leftOut"_s, leftOut}};
}

/** To three figures: a forecast is no measurement. */
QString rounded(std::chrono::nanoseconds time)
{
    using namespace std::chrono_literals;
    const auto step = time < 1s ? 10ms : time < 10s ? 100ms : 1000ms;
    return kube::goDuration(std::max<std::chrono::nanoseconds>((time + step / 2) / step * step, step));
}

QString timeText(const pull::Estimate &time)
{
    if (time.count == 0)
        return u"How long is unknown: no earlier pull tells."_s;
    const QString of = time.basis == pull::Estimate::Basis::SameImage        ? u"of this image"_s
                       : time.basis == pull::Estimate::Basis::SameRepository ? u"of this repository"_s
                                                                             : u"from this registry"_s;
    const QString pulls = time.count == 1 ? u"one earlier pull"_s : u"%1 earlier pulls"_s.arg(time.count);
    if (time.count == 1)
        return u"About %1, by %2 %3."_s.arg(rounded(time.median), pulls, of);
    return u"About %1 (%2 to %3), by %4 %5."_s.arg(rounded(time.median), rounded(time.shortest), rounded(time.longest),
                                                   pulls, of);
}

/** `a, b, c and 9 more` */
QString listed(const QStringList &names)
{
    constexpr qsizetype Shown = 4;
    if (names.size() <= Shown)
        return names.join(u", "_s);
    return names.first(Shown).join(u", "_s) + u" and %1 more"_s.arg(names.size() - Shown);
}

/** Nodes that would do the same stand together. */
QString nodesText(const pull::ContainerForecast &container)
{
    QStringList order;
    QMap<QString, QStringList> nodes;
    for (const pull::NodeForecast &node : container.nodes) {
        QString line = pull::inEnglish(node.why);
        if (node.expectation == Expectation::WouldPull || node.expectation == Expectation::CannotKnow)
            line += u' ' + timeText(node.time);
        if (!nodes.contains(line))
            order << line;
        nodes[line] << node.node;
    }
    QString text;
    for (const QString &line : std::as_const(order))
        text += u"  On %1: %2\n"_s.arg(listed(nodes.value(line)), line);
    return text.isEmpty() ? u"  No node could take it.\n"_s : text;
}

QString text(const decode::Workload &workload, const QString &ns, const pull::Forecast &forecast)
{
    QString result = u"%1 %2/%3\n"_s.arg(workload.kind, ns, workload.detail.pod.meta.key.name);
    for (const pull::ContainerForecast &container : forecast.containers) {
        result += u"Container %1 (%2): %3\n  Policy: %4\n"_s.arg(
            container.container, word(container.kind), container.image, pull::inEnglish(container.policyFrom));
        result += nodesText(container);
        for (const pull::Statement &trap : container.traps)
            result += u"  Trap: "_s + pull::inEnglish(trap) + u'\n';
    }
    QMap<QString, QStringList> leftOut;
    for (const pull::LeftOut &node : forecast.leftOut)
        leftOut[pull::inEnglish(node.why)] << node.node;
    for (auto it = leftOut.cbegin(); it != leftOut.cend(); ++it)
        result += u"Left out: %1. %2\n"_s.arg(listed(it.value()), it.key());
    return result + u"Taints, affinity and room on the nodes are not looked at.\n"_s;
}

}  // namespace

int forecast(Console &console)
{
    if (console.arguments().files.isEmpty()) {
        console.complain(u"error: must specify one of -f"_s);
        return 1;
    }
    const auto files = filesOf(console.arguments().files, console.arguments().recursive);
    if (!files)
        return console.fail(files.error());
    const auto ground = groundOf(console);
    if (!ground)
        return console.fail(ground.error());
    QJsonArray all;
    QStringList texts;
    for (const QString &file : *files) {
        const auto documents = documentsOf(file);
        if (!documents)
            return console.fail(documents.error());
        for (const manifest::Document &document : *documents) {
            const auto workload = decode::workload(document.json);
            if (!workload && workload.error().kind == kube::Error::Kind::Invalid)
                continue;  // a Namespace or a Service pulls nothing
            if (!workload)
                return console.fail(workload.error());
            const QString usual = console.arguments().from.isEmpty() ? console.ns() : u"default"_s;
            const QString ns = !document.ns.isEmpty()             ? document.ns
                               : console.arguments().ns.isEmpty() ? usual
                                                                  : console.arguments().ns;
            const auto told = pull::forecast(planOf(console, *workload, ns), ground->nodes, ground->pulls);
            all.append(json(*workload, ns, told));
            texts << text(*workload, ns, told);
        }
    }
    if (all.isEmpty()) {
        console.complain(u"error: nothing in there makes pods"_s);
        return 1;
    }
    console.out(console.arguments().output == u"json" ? QString::fromUtf8(QJsonDocument(all).toJson())
                                                      : texts.join(u'\n'));
    return 0;
}

}  // namespace cli
