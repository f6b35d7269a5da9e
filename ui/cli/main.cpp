// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/offline.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"gantryctl"_s);
    const auto arguments = cli::parseArguments(QCoreApplication::arguments().sliced(1));
    if (!arguments) {
        QTextStream(stderr) << "error: " << arguments.error() << Qt::endl;
        return 1;
    }
    const QHash<QString, int (*)(const cli::Arguments &)> offline = {
        {u"image"_s, cli::image}, {u"parse-event"_s, cli::parseEvent}, {u"yaml"_s, cli::yaml}};
    if (const auto command = offline.value(arguments->verb); command && !arguments->help)
        return command(*arguments);
    const QHash<QString, int (*)(cli::Console &)> commands = {
        {u"get"_s, cli::get},     {u"describe"_s, cli::describe}, {u"events"_s, cli::events},
        {u"why"_s, cli::why},     {u"forecast"_s, cli::forecast}, {u"create"_s, cli::write},
        {u"apply"_s, cli::write}, {u"delete"_s, cli::write},      {u"mirror"_s, cli::mirror},
        {u"logs"_s, cli::logs},   {u"replace"_s, cli::write},     {u"diff"_s, cli::diff},
    };
    const auto command = commands.value(arguments->verb);
    if (!command && !arguments->help && !arguments->verb.isEmpty())
        QTextStream(stderr) << "error: unknown command \"" << arguments->verb << "\" for \"gantryctl\"\n\n";
    if (arguments->help || !command) {
        QTextStream(arguments->help ? stdout : stderr) << cli::usage();
        return arguments->help ? 0 : 1;
    }
    cli::Console console(*arguments);
    const QStringList readers{u"why"_s, u"forecast"_s, u"get"_s, u"describe"_s, u"events"_s};
    const bool recorded = !arguments->from.isEmpty() && readers.contains(arguments->verb);
    if (recorded)
        return command(console);
    if (const auto connected = console.connect(); !connected)
        return console.fail(connected.error());
    return command(console);
}
