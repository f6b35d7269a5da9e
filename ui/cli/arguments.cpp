// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

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
        {u"--kubelet"_s, &arguments.kubelet},     {u"--kubeconfig"_s, &arguments.kubeconfig},
        {u"--context"_s, &arguments.context},     {u"-n"_s, &arguments.ns},
        {u"--namespace"_s, &arguments.ns},        {u"-o"_s, &arguments.output},
        {u"--output"_s, &arguments.output},       {u"-c"_s, &arguments.container},
        {u"--container"_s, &arguments.container}, {u"--from"_s, &arguments.from},
        {u"--dry-run"_s, &arguments.dryRun},      {u"--for"_s, &arguments.duration},
        {u"--dump"_s, &arguments.dump},           {u"--resource"_s, &arguments.resources},
    };
    return values.value(flag);
}

}  // namespace

std::expected<Arguments, QString> parseArguments(QStringList words)
{
    Arguments arguments;
    words = separated(words);
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        if (word == u"-A" || word == u"--all-namespaces") {
            arguments.allNamespaces = true;
        } else if (word == u"-h" || word == u"--help") {
            arguments.help = true;
        } else if (word == u"-f" || word == u"--filename" || valueOf(arguments, word)) {
            if (words.isEmpty())
                return std::unexpected(u"flag needs an argument: %1"_s.arg(word));
            const QString value = words.takeFirst();
            if (QString *target = valueOf(arguments, word))
                *target = value;
            else
                arguments.files << value;
        } else if (word.startsWith(u'-') && word.size() > 1 && arguments.verb != u"image") {  // a reference is any text
            return std::unexpected(u"unknown flag: %1"_s.arg(word));
        } else if (arguments.verb.isEmpty()) {
            arguments.verb = word;
        } else {
            arguments.operands << word;
        }
    }
    if (!arguments.output.isEmpty() && arguments.output != u"wide" && arguments.output != u"json")
        return std::unexpected(
            u"unable to match a printer suitable for the output format \"%1\", allowed formats are: json,wide"_s.arg(
                arguments.output));
    if (!arguments.dryRun.isEmpty() && arguments.dryRun != u"none" && arguments.dryRun != u"server")
        return std::unexpected(u"Invalid dry-run value (%1). Must be \"none\" or \"server\"."_s.arg(arguments.dryRun));
    return arguments;
}

QString usage()
{
    return u"gantryctl: the core of Gantry on the command line, with kubectl's own texts\n"
           "\n"
           "  gantryctl image REFERENCE [--kubelet VERSION] [-o json]\n"
           "  gantryctl parse-event < EVENTS      (one Event as JSON a line)\n"
           "  gantryctl get pods|events|nodes|namespaces [NAME] [-n NS | -A] [-o wide|json]\n"
           "  gantryctl describe pod NAME [-n NS]\n"
           "  gantryctl events [-n NS | -A]\n"
           "  gantryctl why pod NAME [-c CONTAINER] [-n NS] [-o json]\n"
           "  gantryctl why --from DIR [pod NAME] [-o json]\n"
           "  gantryctl forecast -f FILE [-n NS] [--from DIR] [-o json]\n"
           "  gantryctl create|apply|delete -f FILE [-f FILE] [-n NS] [--dry-run=server]\n"
           "  gantryctl mirror [--for 60s] [--dump FILE] [--resource pods,events,nodes,namespaces] [-n NS | -A]\n"
           "\n"
           "  --kubeconfig FILE   instead of $KUBECONFIG or ~/.kube/config\n"
           "  --context NAME      instead of the current context\n"
           "  --from DIR          a recording (pods.json, events.json, node.json, now.txt) instead of a cluster\n"
           "  --for TIME          how long the mirror is kept (default 60s); Ctrl+C ends it earlier\n"
           "  --dump FILE         key, uid, resourceVersion and a hash of every object, and what it cost, as JSON;\n"
           "                      SIGUSR1 writes it at once\n"_s;
}

}  // namespace cli
