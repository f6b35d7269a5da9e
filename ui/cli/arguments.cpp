// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include "kube/timestamp.h"
#include "kube/version.h"

#include <QHash>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** `--flag=value` to `--flag`, `value`; `-nvalue` is not supported, as it is ambiguous with bundled flags. */
QStringList separated(const QStringList &words)
{
    QStringList result;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (word.startsWith(u"--") && equals > 0)
            result << word.first(equals) << word.sliced(equals + 1);
        else
            result << word;
    }
    return result;
}

QString *valueOf(Arguments &arguments, const QString &flag)
{
    const QHash<QString, QString *> values = {
        {u"--kubelet"_s, &arguments.kubelet},
        {u"--kubeconfig"_s, &arguments.kubeconfig},
        {u"--context"_s, &arguments.context},
        {u"-n"_s, &arguments.ns},
        {u"--namespace"_s, &arguments.ns},
        {u"-o"_s, &arguments.output},
        {u"--output"_s, &arguments.output},
        {u"-c"_s, &arguments.container},
        {u"--container"_s, &arguments.container},
        {u"--from"_s, &arguments.from},
        {u"--now"_s, &arguments.now},
        {u"--as-of"_s, &arguments.asOf},
        {u"-l"_s, &arguments.selector},
        {u"--selector"_s, &arguments.selector},
        {u"--sort-by"_s, &arguments.sortBy},
        {u"--field-selector"_s, &arguments.fieldSelector},
        {u"--types"_s, &arguments.types},
        {u"--for"_s, &arguments.forWhat},
        {u"--dry-run"_s, &arguments.dryRun},
        {u"--schema"_s, &arguments.schema},
        {u"--since"_s, &arguments.since},
        {u"--since-time"_s, &arguments.sinceTime},
        {u"--tail"_s, &arguments.tail},
        {u"--limit-bytes"_s, &arguments.limitBytes},
        {u"--max-log-requests"_s, &arguments.maxLogRequests},
        {u"--pod-running-timeout"_s, &arguments.podRunningTimeout},
        {u"--dump"_s, &arguments.dump},
        {u"--resource"_s, &arguments.resources},
    };
    return values.value(flag);
}

/** -f and -p are switches of logs only. */
bool takeLogSwitch(Arguments &arguments, const QString &flag, bool on)
{
    if (flag == u"-f" || flag == u"--follow")
        arguments.follow = on;
    else if (flag == u"-p" || flag == u"--previous")
        arguments.previous = on;
    else if (flag == u"--timestamps")
        arguments.timestamps = on;
    else if (flag == u"--all-containers")
        arguments.allContainers = on;
    else if (flag == u"--all-pods")
        arguments.allPods = on;
    else if (flag == u"--prefix")
        arguments.prefix = on;
    else if (flag == u"--ignore-errors")
        arguments.ignoreErrors = on;
    else
        return false;
    return true;
}

/** A flag that is on or off: `--show-labels`, `--show-labels=false`. False where the word is none. */
bool takeSwitch(Arguments &arguments, const QString &word)
{
    const QString flag = word.section(u'=', 0, 0);
    const bool on = word.section(u'=', 1) != u"false";
    if (flag == u"-A" || flag == u"--all-namespaces")
        arguments.allNamespaces = on;
    else if (flag == u"-R" || flag == u"--recursive")
        arguments.recursive = on;
    else if (flag == u"-h" || flag == u"--help")
        arguments.help = on;
    else if (flag == u"--show-labels")
        arguments.showLabels = on;
    else if (flag == u"--show-kind")
        arguments.showKind = on;
    else if (flag == u"--show-managed-fields")
        arguments.showManagedFields = on;
    else if (flag == u"--server-side")
        arguments.serverSide = on;
    else if (flag == u"--force-conflicts")
        arguments.forceConflicts = on;
    else if (flag == u"--coverage")
        arguments.coverage = on;
    else if (flag == u"--split")
        arguments.split = on;
    else if (flag == u"--notes")
        arguments.notes = on;
    else if (flag == u"--no-headers")
        arguments.headers = !on;
    else if (flag == u"--show-events")
        arguments.showEvents = on;
    else
        return arguments.verb == u"logs" && takeLogSwitch(arguments, flag, on);
    return true;
}

/** Flags that may be said more than once. */
const QStringList ListFlags{u"-f"_s, u"--filename"_s, u"-L"_s, u"--label-columns"_s};

void takeList(Arguments &arguments, const QString &flag, const QString &value)
{
    if (flag == u"-f" || flag == u"--filename")
        arguments.files << value.split(u',', Qt::SkipEmptyParts);
    else
        arguments.labelColumns << value.split(u',', Qt::SkipEmptyParts);
}

std::optional<QString> problem(const Arguments &arguments)
{
    const bool reads = arguments.verb == u"get" || arguments.verb.isEmpty();
    const QStringList formats =
        reads ? QStringList{u"json"_s, u"name"_s, u"wide"_s, u"yaml"_s} : QStringList{u"json"_s, u"wide"_s};
    if (!arguments.output.isEmpty() && !formats.contains(arguments.output))
        return u"unable to match a printer suitable for the output format \"%1\", allowed formats are: %2"_s.arg(
            arguments.output, formats.join(u','));
    if (!arguments.dryRun.isEmpty() && arguments.dryRun != u"none" && arguments.dryRun != u"server")
        return u"Invalid dry-run value (%1). Must be \"none\" or \"server\"."_s.arg(arguments.dryRun);
    if (arguments.forceConflicts && !arguments.serverSide)
        return u"--force-conflicts only works with --server-side"_s;
    if (!arguments.asOf.isEmpty() && !kube::Version::parse(arguments.asOf))
        return u"--as-of wants a version like v1.32, not \"%1\""_s.arg(arguments.asOf);
    if (!arguments.now.isEmpty() && kube::Timestamp::parse(arguments.now).isNull())
        return u"--now wants a time like 2026-03-01T12:00:00Z, not \"%1\""_s.arg(arguments.now);
    return std::nullopt;
}

}  // namespace

std::expected<Arguments, QString> parseArguments(QStringList words)
{
    Arguments arguments;
    while (!words.isEmpty()) {
        if (takeSwitch(arguments, words.constFirst())) {
            words.removeFirst();
            continue;
        }
        words = separated(words.first(1)) + words.sliced(1);
        const QString word = words.takeFirst();
        QString *const target = valueOf(arguments, word);
        const bool isList = ListFlags.contains(word);
        if (target || isList) {
            if (words.isEmpty())
                return std::unexpected(u"flag needs an argument: %1"_s.arg(word));
            const QString value = words.takeFirst();
            if (target)
                *target = value;
            else
                takeList(arguments, word, value);
        } else if (word.startsWith(u'-') && word.size() > 1 && arguments.verb != u"image") {  // a reference is any text
            return std::unexpected(u"unknown flag: %1"_s.arg(word));
        } else if (arguments.verb.isEmpty()) {
            arguments.verb = word;
        } else {
            arguments.operands << word;
        }
    }
    if (const auto wrong = problem(arguments))
        return std::unexpected(*wrong);
    return arguments;
}

QString usage()
{
    return u"gantryctl: the core of Gantry on the command line, with kubectl's own texts\n"
           "\n"
           "  gantryctl image REFERENCE [--kubelet VERSION] [-o json]\n"
           "  gantryctl parse-event < EVENTS      (one Event as JSON a line)\n"
           "  gantryctl get TYPE[,TYPE] [NAME...] | -f FILE [-n NS | -A] [-o wide|name|json|yaml] [-l SELECTOR]\n"
           "            [--field-selector F] [--sort-by PATH] [--show-labels] [--show-kind] [-L LABEL] [--no-headers]\n"
           "  gantryctl describe TYPE[,TYPE] [NAME...|PREFIX] | TYPE/NAME | -f FILE [-n NS | -A] [-l SELECTOR]\n"
           "            [--show-events=false]\n"
           "  gantryctl events [-n NS | -A] [--for TYPE/NAME] [--types Normal,Warning] [--no-headers]\n"
           "            [--coverage]\n"
           "  gantryctl logs POD | TYPE/NAME | -l SELECTOR [CONTAINER] [-c CONTAINER | --all-containers] [-f] [-p]\n"
           "            [--all-pods] [--prefix] [--since 5m | --since-time TIME] [--tail N] [--limit-bytes N]\n"
           "            [--timestamps] [--ignore-errors] [--max-log-requests N] [--pod-running-timeout 20s]\n"
           "  gantryctl why pod NAME [-c CONTAINER] [-n NS] [-o json]\n"
           "  gantryctl why --from DIR [pod NAME] [-o json]\n"
           "  gantryctl forecast -f FILE [-n NS] [--from DIR] [-o json]\n"
           "  gantryctl yaml FILE... [--split | --notes] [--schema FILE|bundled|cluster]    (- is standard input)\n"
           "  gantryctl create|apply|replace|delete -f FILE [-f FILE] [-n NS] [--dry-run=server]\n"
           "            [--server-side [--force-conflicts]]\n"
           "  gantryctl diff -f FILE [-f FILE] [-n NS]          (exit code 0: no difference, 1: some, 2: an error)\n"
           "  gantryctl mirror [--for 60s] [--dump FILE] [--resource pods,events,nodes,namespaces] [-n NS | -A]\n"
           "\n"
           "  -f FILE             may be said again; - is standard input; a folder means its .json, .yaml and .yml "
           "files,\n"
           "                      with -R also those of the folders in it\n"
           "  --kubeconfig FILE   instead of $KUBECONFIG or ~/.kube/config\n"
           "  --context NAME      instead of the current context\n"
           "  --from DIR          a recording (pods.json, events.json, node.json, now.txt) instead of a cluster;\n"
           "                      get, describe and events also take a FILE with a List or objects, one a line\n"
           "  --now TIME          ages are against this moment, as 2026-03-01T12:00:00Z\n"
           "  --as-of VERSION     the texts of that Kubernetes release, v1.20 to v1.36; default: the server's tables\n"
           "                      and the newest kubectl's words\n"
           "  --for TIME          how long the mirror is kept (default 60s); Ctrl+C ends it earlier\n"
           "  --split             the documents as they are cut, each text as a JSON string, instead of their JSON\n"
           "  --notes             what the API server sees otherwise than it looks (no, 0777, 1.10), on standard "
           "error\n"
           "  --schema FILE       what to check documents by: an OpenAPI document of a server (kubectl get --raw\n"
           "                      /openapi/v2), `bundled`, the schemas that come with Gantry, whose findings are "
           "warnings,\n"
           "                      or `cluster`, with what cannot be changed in the objects that are there\n"
           "  --dump FILE         key, uid, resourceVersion and a hash of every object, and what it cost, as JSON;\n"
           "                      SIGUSR1 writes it at once\n"_s;
}

}  // namespace cli
