// SPDX-License-Identifier: Apache-2.0
// why: the story of a pod's containers, from the cluster or from a recording.
//
// `-o json` prints one object a pod. These keys stay; further ones may come.
//   pod            {namespace, name, uid, node}
//   now            the moment of the story; every time is RFC 3339 in UTC, absent where there is no evidence
//   containers[]   in start order, image volumes first
//     name, kind     kind: init, sidecar, regular, ephemeral, volume
//     verdict        good, working, waiting, failed, unknown
//     category       cause of a verdict that is not good: `not-found`, ..., or a reason: `CrashLoopBackOff`, ...
//     cause, advice  what the category means, and what to do; English
//     rawFailure     the kubelet's own text
//     nextTry        {from, until} of the next try, where there is a back-off
//     tries          how many tries there were
//     attempts[]     {number, repeats, alreadyPresent, restart, pulling, pulled, failed, backingOff, created, started,
//                    ended, pullTime, totalTime, imageBytes, failure}; durations as the kubelet writes them (Go); an
//                    entry with repeats > 1 stands for tries of which only the number is recorded
//     statements[]   {step, verdict, id, args, text, title, source, evidence, confidence, gap, eventUid, at}
//                    step: image, policy, node, decision, outcome, next; source: event, status, spec, node, rule,
//                    nothing; confidence: sure, likely, guess; gap: it tells of evidence that is missing
#include "cli/objects.h"
#include "cli/recording.h"
#include "kube/duration.h"
#include "pull/failure/causes.h"
#include "pull/story/story.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** What a story is told from. */
struct Material {
    kube::PodPtr pod;
    QList<kube::EventPtr> events;
    kube::NodePtr node;
    kube::Timestamp now;
};

QString word(pull::Step step)
{
    constexpr const char *words[] = {"image", "policy", "node", "decision", "outcome", "next"};
    return QString::fromLatin1(words[int(step)]);
}

QString word(pull::Verdict verdict)
{
    constexpr const char *words[] = {"good", "working", "waiting", "failed", "unknown"};
    return QString::fromLatin1(words[int(verdict)]);
}

QString word(pull::Source source)
{
    constexpr const char *words[] = {"event", "status", "spec", "node", "rule", "nothing"};
    return QString::fromLatin1(words[int(source)]);
}

QString word(pull::Confidence confidence)
{
    constexpr const char *words[] = {"sure", "likely", "guess"};
    return QString::fromLatin1(words[int(confidence)]);
}

QString word(kube::ContainerKind kind)
{
    constexpr const char *words[] = {"init", "sidecar", "regular", "ephemeral", "volume"};
    return QString::fromLatin1(words[int(kind)]);
}

void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void put(QJsonObject &object, const QString &key, kube::Timestamp at)
{
    if (!at.isNull())
        object.insert(key, at.unixNanoseconds() % 1'000'000'000 == 0 ? at.toRfc3339() : at.toRfc3339Micro());
}

void put(QJsonObject &object, const QString &key, std::optional<std::chrono::nanoseconds> time)
{
    if (time)
        object.insert(key, kube::goDuration(*time));
}

QJsonObject json(const pull::Statement &statement)
{
    QJsonObject object{{u"step"_s, word(statement.step)},
                       {u"verdict"_s, word(statement.verdict)},
                       {u"id"_s, statement.id},
                       {u"args"_s, QJsonArray::fromStringList(statement.args)},
                       {u"text"_s, pull::inEnglish(statement)},
                       {u"source"_s, word(statement.source)},
                       {u"confidence"_s, word(statement.confidence)},
                       {u"gap"_s, statement.gap}};
    put(object, u"title"_s, statement.title);
    put(object, u"evidence"_s, pull::evidenceInEnglish(statement));
    put(object, u"eventUid"_s, statement.eventUid);
    put(object, u"at"_s, statement.at);
    return object;
}

QJsonObject json(const pull::Attempt &attempt, int number)
{
    QJsonObject object{{u"number"_s, number},
                       {u"repeats"_s, attempt.repeats},
                       {u"alreadyPresent"_s, attempt.alreadyPresent},
                       {u"restart"_s, attempt.restart}};
    put(object, u"pulling"_s, attempt.pulling);
    put(object, u"pulled"_s, attempt.pulled);
    put(object, u"failed"_s, attempt.failed);
    put(object, u"backingOff"_s, attempt.backingOff);
    put(object, u"created"_s, attempt.created);
    put(object, u"started"_s, attempt.started);
    put(object, u"ended"_s, attempt.ended);
    put(object, u"pullTime"_s, attempt.pullTime);
    put(object, u"totalTime"_s, attempt.totalTime);
    if (attempt.imageBytes)
        object.insert(u"imageBytes"_s, *attempt.imageBytes);
    put(object, u"failure"_s, attempt.failure);
    return object;
}

QJsonObject json(const pull::Story &story)
{
    QJsonArray statements;
    for (const pull::Statement &statement : story.statements)
        statements.append(json(statement));
    QJsonArray attempts;
    int number = 1;
    for (const pull::Attempt &attempt : story.attempts) {
        attempts.append(json(attempt, number));
        number += attempt.repeats;
    }
    QJsonObject object{{u"name"_s, story.container},        {u"kind"_s, word(story.kind)},
                       {u"verdict"_s, word(story.verdict)}, {u"tries"_s, pull::tries(story)},
                       {u"attempts"_s, attempts},           {u"statements"_s, statements}};
    if (!story.failureCategory.isEmpty() && story.verdict != pull::Verdict::Good) {
        const pull::Cause cause = pull::causeOf(story.failureCategory);
        put(object, u"category"_s, story.failureCategory);
        put(object, u"cause"_s, QString::fromUtf8(cause.meaning));
        put(object, u"advice"_s, QString::fromUtf8(cause.advice));
        put(object, u"rawFailure"_s, story.rawFailure);
    }
    QJsonObject next;
    put(next, u"from"_s, story.nextTryFrom);
    put(next, u"until"_s, story.nextTryUntil);
    if (!next.isEmpty())
        object.insert(u"nextTry"_s, next);
    return object;
}

QString text(const Material &material, const QList<pull::Story> &stories, bool asJson)
{
    const kube::Pod &pod = *material.pod;
    if (!asJson) {
        QStringList texts;
        for (const pull::Story &story : stories)
            texts << pull::toText(story);
        return texts.join(u'\n');
    }
    QJsonArray containers;
    for (const pull::Story &story : stories)
        containers.append(json(story));
    QJsonObject who{{u"namespace"_s, pod.meta.key.ns}, {u"name"_s, pod.meta.key.name}, {u"uid"_s, pod.meta.uid}};
    put(who, u"node"_s, pod.nodeName);
    QJsonObject object{{u"pod"_s, who}, {u"containers"_s, containers}};
    put(object, u"now"_s, material.now);
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

int print(Console &console, const Material &material)
{
    QList<pull::Story> stories = pull::tell(*material.pod, material.events, material.node.get(), material.now);
    const QString &wanted = console.arguments().container;
    if (!wanted.isEmpty())
        stories.removeIf([&](const pull::Story &story) { return story.container != wanted; });
    if (stories.isEmpty()) {
        console.complain(u"error: container %1 is not valid for pod %2"_s.arg(wanted, material.pod->meta.key.name));
        return 1;
    }
    console.out(text(material, stories, console.arguments().output == u"json"));
    return 0;
}

int fromRecording(Console &console, const QString &name)
{
    const auto recording = readRecording(console.arguments().from);
    if (!recording)
        return console.fail(recording.error());
    int told = 0;
    int code = 0;
    for (const kube::PodPtr &pod : recording->pods) {
        if (!name.isEmpty() && pod->meta.key.name != name)
            continue;
        if (told++ > 0 && console.arguments().output.isEmpty())
            console.out(u"\n"_s);
        if (recording->pods.size() > 1 && console.arguments().output.isEmpty())
            console.out(u"Pod %1/%2\n"_s.arg(pod->meta.key.ns, pod->meta.key.name));
        code =
            std::max(code, print(console, {pod, recording->events, nodeOf(*recording, pod->nodeName), recording->now}));
    }
    if (told > 0)
        return code;
    console.complain(name.isEmpty() ? u"error: %1 holds no pod"_s.arg(console.arguments().from)
                                    : u"error: %1 holds no pod \"%2\""_s.arg(console.arguments().from, name));
    return 1;
}

}  // namespace

int why(Console &console)
{
    const QString name = podName(console.arguments().operands);
    const bool recorded = !console.arguments().from.isEmpty();
    if (name.isEmpty() && !(recorded && console.arguments().operands.isEmpty())) {
        console.complain(u"error: say which pod: gantryctl why pod NAME"_s);
        return 1;
    }
    if (recorded)
        return fromRecording(console, name);
    const auto pods = fetch<kube::Pod>(console, console.ns(), u"pods"_s, name);
    if (!pods)
        return console.fail(pods.error());
    const kube::PodPtr pod = pods->constFirst();
    const auto list = eventsOf(console, pod->meta);
    if (!list)
        return console.fail(list.error());
    kube::NodePtr node;  // without the right to read nodes the story says that it does not know
    if (!pod->nodeName.isEmpty())
        if (const auto nodes = fetch<kube::Node>(console, {}, u"nodes"_s, pod->nodeName))
            node = nodes->constFirst();
    return print(console, {pod, *list, node, now()});
}

}  // namespace cli
