// SPDX-License-Identifier: Apache-2.0
// fault-proxy HOST:PORT [MISCHIEF...] [--seed N --rate PERCENT]: prints its port, then obeys lines on standard input.
#include "proxy/faultproxy.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;
using support::Mischief;

namespace {

const char *const Usage =
    "fault-proxy HOST:PORT [MISCHIEF...] [--seed N] [--rate PERCENT]\n"
    "  forwards a port of 127.0.0.1, which it prints, to HOST:PORT; TLS passes through unread\n"
    "  MISCHIEF   for the first, second, ... connection: none, fin@BYTES, rst@BYTES, stall@BYTES:2s,\n"
    "             slice@BYTES:COUNT, delay@0:150ms, swallow@BYTES (half-open), refuse\n"
    "  --rate     after those, so many connections of one hundred meet something random (--seed repeats it)\n"
    "  standard input, one a line: a MISCHIEF for all open connections; down; up; quit\n";

QTextStream &err()
{
    static QTextStream stream(stderr);
    return stream;
}

struct Options {
    support::Upstream upstream;
    QList<Mischief> row;
    quint32 seed = 1;
    int rate = 0;
};

std::expected<Options, QString> read(QStringList words)
{
    Options options;
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        if (word == u"--seed" || word == u"--rate") {
            const int value = words.isEmpty() ? 0 : words.takeFirst().toInt();
            if (word == u"--seed")
                options.seed = static_cast<quint32>(value);
            else
                options.rate = value;
        } else if (options.upstream.host.isEmpty()) {
            options.upstream = {word.section(u':', 0, -2), word.section(u':', -1).toUShort(), {}};
        } else if (const auto mischief = support::parseMischief(word)) {
            options.row << *mischief;
        } else {
            return std::unexpected(mischief.error());
        }
    }
    if (options.upstream.host.isEmpty() || options.upstream.port == 0)
        return std::unexpected(u"HOST:PORT is missing"_s);
    return options;
}

void obey(support::FaultProxy &proxy, const QString &line)
{
    if (line == u"quit")
        QCoreApplication::quit();
    else if (line == u"down" || line == u"up")
        proxy.setDown(line == u"down");
    else if (const auto mischief = support::parseMischief(line))
        proxy.strikeAll(*mischief);
    else
        err() << mischief.error() << Qt::endl;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto options = read(QCoreApplication::arguments().sliced(1));
    if (!options) {
        err() << "fault-proxy: " << options.error() << "\n\n" << Usage << Qt::flush;
        return 2;
    }
    support::Dice dice(options->seed, options->rate);
    support::FaultProxy proxy(options->upstream, [&](int connection) {
        return connection <= options->row.size() ? options->row.at(connection - 1) : dice.roll();
    });
    QTextStream out(stdout);
    out << proxy.port() << Qt::endl;
    QTextStream in(stdin);
    QSocketNotifier lines(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&lines, &QSocketNotifier::activated, &proxy, [&] {
        const QString line = in.readLine();
        if (line.isNull())
            lines.setEnabled(false);
        else
            obey(proxy, line.trimmed());
    });
    return QCoreApplication::exec();
}
