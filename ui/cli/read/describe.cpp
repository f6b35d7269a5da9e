// SPDX-License-Identifier: Apache-2.0
#include "report/describe.h"

#include "cli/console.h"
#include "cli/read/listing.h"
#include "cli/read/reading.h"
#include "decode/poddetail.h"

#include <QJsonDocument>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

const kube::Resource Events{{}, u"v1"_s, u"events"_s, u"Event"_s, true};

/** Mirror pods of the kubelet's own files have their events under the uid of an annotation. */
QString eventUid(const QJsonObject &pod)
{
    const QJsonValue meta = pod["metadata"_L1];
    const QString mirror = meta["annotations"_L1]["kubernetes.io/config.mirror"_L1].toString();
    return mirror.isEmpty() ? meta["uid"_L1].toString() : mirror;
}

kube::Result<QString> description(Source &source, const QJsonObject &pod, const Reading &reading, bool showEvents)
{
    const auto detail = decode::podDetail(QJsonDocument(pod).toJson(QJsonDocument::Compact));
    if (!detail)
        return std::unexpected(detail.error());
    QList<kube::EventPtr> events;
    if (showEvents) {
        const kube::Key key = detail->pod.meta.key;
        const auto found =
            source.find({Events,
                         key.ns,
                         {},
                         {},
                         u"involvedObject.name=%1,involvedObject.namespace=%2,involvedObject.uid=%3"_s.arg(
                             key.name, key.ns, eventUid(pod))});
        if (!found)
            return std::unexpected(found.error());
        events = eventsIn(found->objects);
    }
    return report::describePod(*detail, events, reading.now, {.kubectl = reading.kubectl, .showEvents = showEvents});
}

/** Those whose name begins with what one asked for: kubectl's second try where the name is none. */
kube::Result<QList<QJsonObject>> beginningWith(Source &source, Wanted kind, const ListOptions &options)
{
    const QString start = kind.names.takeFirst();
    const auto all = list(source, kind, options);
    if (!all)
        return std::unexpected(all.error());
    QList<QJsonObject> found;
    for (const QJsonObject &object : all->objects)
        if (object["metadata"_L1]["name"_L1].toString().startsWith(start))
            found << object;
    return found;
}

}  // namespace

int describe(Console &console)
{
    const Arguments &arguments = console.arguments();
    const auto kinds = wanted(arguments.operands);
    const auto source = sourceFor(console);
    if (!kinds || !source)
        return console.fail(!kinds ? kinds.error() : source.error());
    const Reading reading(console, **source);
    const Wanted &kind = kinds->constFirst();
    const ListOptions options{reading.ns, arguments.selector, arguments.fieldSelector, false, reading.now, {}};
    auto found = list(**source, kind, options);
    if (!found)
        return console.fail(found.error());
    if (kinds->size() != 1 || found->resource.kind != u"Pod")
        return console.fail(kube::failure(kube::Error::Kind::Input, u"gantryctl describes pods only"_s).error());
    const bool plain = arguments.operands.size() == 2 && !arguments.operands.constFirst().contains(u'/');
    bool prefixed = false;
    if (plain && found->objects.isEmpty() && !found->errors.isEmpty() &&
        found->errors.constFirst().kind == kube::Error::Kind::NotFound) {
        const auto others = beginningWith(**source, kind, options);
        if (!others)
            return console.fail(others.error());
        found->objects = *others;
        prefixed = !others->isEmpty();
    }
    // Since 1.36 several objects come without their events unless they are asked for.
    const bool many = prefixed || found->objects.size() > 1;
    const bool showEvents = arguments.showEvents.value_or(reading.kubectl.minor < 36 || !many);
    for (qsizetype i = 0; i < found->objects.size(); ++i) {
        const auto text = description(**source, found->objects.at(i), reading, showEvents);
        if (!text)
            return console.fail(text.error());
        console.out((i > 0 && !prefixed ? u"\n\n"_s : QString()) + *text + (prefixed ? u"\n"_s : QString()));
    }
    if (prefixed)
        return 0;
    int code = 0;
    for (const kube::Error &error : std::as_const(found->errors))
        code = console.fail(error);
    if (found->objects.isEmpty() && code == 0)
        console.complain(reading.ns.isEmpty() ? u"No resources found"_s
                                              : u"No resources found in %1 namespace."_s.arg(reading.ns));
    return code;
}

}  // namespace cli
