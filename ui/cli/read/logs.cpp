// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/read/logpods.h"
#include "cli/read/logtargets.h"
#include "kube/duration.h"

#include <chrono>
#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

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
    if (!arguments.selector.isEmpty() && arguments.tail.isEmpty())
        wish.tailLines = 10;  // of many pods the whole is seldom meant
    return wish;
}

/** Writes a log line by line, so that several do not mix within a line. */
class Lines {
public:
    explicit Lines(QByteArray prefix) : m_prefix(std::move(prefix)) {}

    void take(QByteArrayView bytes)
    {
        m_begun.append(bytes);
        qsizetype from = 0;
        QByteArray whole;
        for (qsizetype end = m_begun.indexOf('\n'); end >= 0; end = m_begun.indexOf('\n', from)) {
            whole += m_prefix + m_begun.sliced(from, end + 1 - from);
            from = end + 1;
        }
        m_begun.remove(0, from);
        write(whole);
    }
    /** The log is over: what came of a line without an end. */
    void end()
    {
        if (!m_begun.isEmpty())
            write(m_prefix + std::exchange(m_begun, {}));
    }

private:
    static void write(const QByteArray &bytes)
    {
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
        std::fflush(stdout);
    }

    QByteArray m_prefix, m_begun;
};

/** Reads logs, the followed ones at the same time, the others one after the other. */
class Pouring {
public:
    Pouring(Console &console, const QList<LogTarget> &targets) : m_console(console), m_targets(targets) {}

    /** The exit code. */
    int run()
    {
        const bool isTogether = m_console.arguments().follow;
        for (const LogTarget &target : m_targets) {
            begin(target);
            if (!isTogether && !wait())
                return 1;
        }
        return wait() ? 0 : 1;
    }

private:
    void begin(const LogTarget &target)
    {
        ++m_open;
        // The cluster's thread keeps the lines for as long as it may call.
        const auto lines = std::make_shared<Lines>(target.prefix);
        m_console.client()
            .pour(target.wish, [lines](QByteArrayView bytes) { lines->take(bytes); })
            .then(&m_loop, [this, lines](const kube::Result<void> &end) {
                --m_open;
                lines->end();
                if (!end && m_console.arguments().ignoreErrors)
                    m_console.out(u"error: %1\n"_s.arg(end.error().message));
                else if (!end)
                    m_failed = m_failed ? m_failed : m_console.fail(end.error());
                if (m_open == 0 || m_failed)
                    m_loop.quit();
            });
    }
    /** False: one of them failed, and that counts. */
    bool wait()
    {
        if (m_open > 0 && !m_failed)
            m_loop.exec();
        return !m_failed;
    }

    Console &m_console;
    const QList<LogTarget> &m_targets;
    QEventLoop m_loop;
    int m_open = 0;
    int m_failed = 0;
};

/** What cannot be meant together, in kubectl's words; empty where all is well. */
QString contradiction(const Arguments &arguments)
{
    const QString usage = u"\nSee 'gantryctl --help' for help and examples"_s;
    const qsizetype count = arguments.operands.size();
    if ((count == 0 && arguments.selector.isEmpty()) || count > 2)
        return u"expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n"
               "POD or TYPE/NAME is a required argument for the logs command"_s +
               usage;
    if (count == 1 && !arguments.selector.isEmpty())
        return u"only a selector (-l) or a POD name is allowed"_s + usage;
    return {};
}

QString contradictionInContainers(const Arguments &arguments)
{
    const QString inlined = arguments.operands.value(1);
    const QString container = inlined.isEmpty() ? arguments.container : inlined;
    if (arguments.allContainers && !container.isEmpty())
        return u"--all-containers=true should not be specified with container name %1"_s.arg(container);
    if (!arguments.container.isEmpty() && !inlined.isEmpty())
        return u"only one of -c or an inline [CONTAINER] arg is allowed"_s;
    return {};
}

}  // namespace

int logs(Console &console)
{
    const Arguments &arguments = console.arguments();
    const auto complain = [&console](const QString &line) {
        console.complain(line);
        return 1;
    };
    if (const QString wrong = contradiction(arguments); !wrong.isEmpty())
        return complain(u"error: "_s + wrong);
    const auto pods = logPods(console, arguments.operands.value(0));
    if (!pods)
        return complain(pods.error());
    auto wish = wishOf(arguments);
    if (!wish)
        return complain(u"error: "_s + wish.error());
    if (const QString wrong = contradictionInContainers(arguments); !wrong.isEmpty())
        return complain(u"error: "_s + wrong);
    wish->container = arguments.operands.value(1, arguments.container);
    const auto targets = logTargets(console, *pods, *wish);
    if (!targets)
        return complain(targets.error());
    bool isNumber = false;
    const int limit = arguments.maxLogRequests.isEmpty() ? 5 : arguments.maxLogRequests.toInt(&isNumber);
    if (!arguments.maxLogRequests.isEmpty() && !isNumber)
        return complain(
            u"error: invalid argument \"%1\" for \"--max-log-requests\" flag"_s.arg(arguments.maxLogRequests));
    if (arguments.follow && targets->size() > 1 && targets->size() > limit)
        return complain(u"error: you are attempting to follow %1 log streams, but maximum allowed concurrency is %2, "
                        "use --max-log-requests to increase the limit"_s.arg(targets->size())
                            .arg(limit));
    return Pouring(console, *targets).run();
}

}  // namespace cli
