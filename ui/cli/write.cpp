// SPDX-License-Identifier: Apache-2.0
// create, apply, replace, delete.
#include "cli/console.h"
#include "cli/manifestfile.h"
#include "command/change/conflict.h"
#include "decode/reader.h"

#include <QHash>
#include <QTimer>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** kubectl's lines after conflicts of server-side apply (1.36). */
const QString Advice = u"Please review the fields above--they currently have other managers. Here\n"
                       "are the ways you can resolve this warning:\n"
                       "* If you intend to manage all of these fields, please re-run the apply\n"
                       "  command with the `--force-conflicts` flag.\n"
                       "* If you do not intend to manage all of the fields, please edit your\n"
                       "  manifest to remove references to the fields that should keep their\n"
                       "  current managers.\n"
                       "* You may co-own fields by updating your manifest to match the existing\n"
                       "  value; in this case, you'll become the manager if the other manager(s)\n"
                       "  stop managing the field (remove it from their configuration).\n"
                       "See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts"_s;

kube::Result<QList<command::Document>> documents(const QString &fileName)
{
    const auto parsed = documentsOf(fileName);
    if (!parsed)
        return std::unexpected(parsed.error());
    QList<command::Document> result;
    for (const manifest::Document &document : *parsed)
        result.append({document.json, sourceOf(fileName), int(result.size())});
    return result;
}

/** A pause of the event loop, for polling. */
void pause(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/** Whether the object is there still, and not another one of its name. */
bool isThere(Console &console, const QString &path, const QString &uid)
{
    const auto body = console.get(path);
    const auto identity = body ? decode::identity(*body) : kube::Result<decode::Identity>();
    return body && (uid.isEmpty() || !identity || identity->uid == uid);
}

/** As kubectl, delete ends when the objects are gone. */
void waitUntilGone(Console &console, const QList<command::Outcome> &outcomes)
{
    for (const command::Outcome &outcome : outcomes) {
        const bool pod = outcome.kind == u"Pod";
        if (outcome.error || (!pod && outcome.kind != u"Namespace"))
            continue;
        const QString path = pod ? u"/api/v1/namespaces/%1/pods/%2"_s.arg(outcome.key.ns, outcome.key.name)
                                 : u"/api/v1/namespaces/%1"_s.arg(outcome.key.name);
        while (isThere(console, path, outcome.uid))
            pause(std::chrono::milliseconds(300));
    }
}

command::Verb verbOf(const QString &verb)
{
    using command::Verb;
    return verb == u"create"    ? Verb::Create
           : verb == u"apply"   ? Verb::Apply
           : verb == u"replace" ? Verb::Replace
                                : Verb::Remove;
}

QString doing(const QString &verb, const QString &source)
{
    const QString word = verb == u"create"    ? u"creating"_s
                         : verb == u"apply"   ? u"applying patch"_s
                         : verb == u"replace" ? u"replacing"_s
                                              : u"deleting"_s;
    return u"error when %1 \"%2\""_s.arg(word, source);
}

/** With -n, an object that says another namespace is not written: kubectl's own guard. By index, the sentence. */
QHash<int, QString> refuseOthers(const QString &wanted, QList<command::Document> &documents)
{
    QHash<int, QString> refused;
    if (wanted.isEmpty())
        return refused;
    documents.removeIf([&](const command::Document &document) {
        const auto identity = decode::identity(document.json);
        if (!identity || identity->ns.isEmpty() || identity->ns == wanted)
            return false;
        refused.insert(document.index,
                       u"the namespace from the provided object \"%1\" does not match the namespace \"%2\". You must "
                       "pass '--namespace=%1' to perform this operation."_s.arg(identity->ns, wanted));
        return true;
    });
    return refused;
}

/** Prints one object's line, or its error; gives 1 for that. */
int tell(Console &console, const command::Outcome &outcome, const QString &source)
{
    for (const QString &warning : outcome.warnings)
        console.complain(u"Warning: "_s + warning);
    if (!outcome.error) {
        console.out(outcome.line + u'\n');
        return 0;
    }
    if (command::isConflict(*outcome.error)) {
        console.complain(u"error: %1\n%2"_s.arg(outcome.error->message, Advice));
        return 1;
    }
    const bool answered = outcome.error->httpStatus != 0;  // what never reached the server says itself where it is
    console.complain(errorText(*outcome.error, answered ? doing(console.arguments().verb, source) : QString()));
    if (console.arguments().dryRun == u"server" && outcome.error->httpStatus == 400)
        console.complain(
            u"This was a dry run. A webhook that knows none refuses it; %1 without --dry-run may work."_s.arg(
                console.arguments().verb));
    return 1;
}

}  // namespace

int write(Console &console)
{
    const QString verb = console.arguments().verb;
    if (console.arguments().files.isEmpty()) {
        console.complain(u"error: must specify one of -f"_s);
        return 1;
    }
    const auto files = filesOf(console.arguments().files, console.arguments().recursive);
    if (!files)
        return console.fail(files.error());
    int code = 0;
    QList<command::Document> all;
    for (const QString &file : *files) {
        const auto read = documents(file);
        if (read)
            all << *read;
        else
            code = console.fail(read.error());
    }
    if (all.isEmpty()) {
        if (code == 0)
            console.complain(u"error: no objects passed to %1"_s.arg(verb));
        return 1;
    }
    QStringList sources;
    for (qsizetype i = 0; i < all.size(); ++i) {
        all[i].index = int(i);
        sources << all.at(i).source;
    }
    const QString ns =
        console.arguments().ns.isEmpty() ? console.connection().defaultNamespace : console.arguments().ns;
    const QHash<int, QString> refused = refuseOthers(console.arguments().ns, all);
    command::Client &client = console.client();
    const bool isRehearsal = console.arguments().dryRun == u"server";
    command::Order order{verbOf(verb), all, ns};
    order.force = console.arguments().forceConflicts;
    order.dryRun = isRehearsal;
    const auto outcomes = await(client.perform(order));
    qsizetype next = 0;
    for (int i = 0; i < int(sources.size()); ++i) {
        if (!refused.contains(i) && next < outcomes.size()) {
            code |= tell(console, outcomes.at(next++), sources.at(i));
        } else {
            console.complain(refused.value(i));
            code = 1;
        }
    }
    if (verb == u"delete" && !isRehearsal)
        waitUntilGone(console, outcomes);
    return code;
}

}  // namespace cli
