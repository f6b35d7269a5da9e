// SPDX-License-Identifier: Apache-2.0
#include "pull/message.h"

#include "kube/duration.h"

#include <QRegularExpression>

#include <utility>

namespace pull {

using namespace Qt::StringLiterals;
using Kind = Message::Kind;

namespace {

const QString Quoted = u"\"((?:[^\"\\\\]|\\\\.)*)\""_s;

QRegularExpressionMatch match(const QString &pattern, const QString &text)
{
    return QRegularExpression(u"\\A(?:%1)\\z"_s.arg(pattern), QRegularExpression::DotMatchesEverythingOption)
        .match(text);
}

QString unquoted(QString text)
{
    return text.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s);
}

/** Pulling, Pulled, ErrImageNeverPull and the image's own failures; Other where it is none. */
Message image(const kube::Event &event, const QString &text)
{
    Message m;
    const auto with = [&](Kind kind, const QRegularExpressionMatch &found) {
        m.kind = kind;
        m.image = unquoted(found.captured(1));
        return m;
    };
    if (const auto f = match(u"[Pp]ulling image "_s + Quoted, text); f.hasMatch())
        return with(Kind::Pulling, f);
    if (const auto f =
            match(u"Container image "_s + Quoted + u" already present on machine(?: and can be accessed by the pod)?"_s,
                  text);
        f.hasMatch())
        return with(Kind::AlreadyPresent, f);
    if (const auto f =
            match(u"Successfully pulled image "_s + Quoted +
                      u"(?: in (\\S+?)(?: \\((\\S+) including waiting\\))?)?(?:\\. Image size: (\\d+) bytes\\.)?"_s,
                  text);
        f.hasMatch()) {
        m.pullTime = kube::parseGoDuration(f.captured(2));
        m.totalTime = kube::parseGoDuration(f.captured(3));
        if (m.pullTime && !m.totalTime)  // up to 1.25 the one duration has the queue in it
            m.totalTime = std::exchange(m.pullTime, std::nullopt);
        if (!f.captured(4).isEmpty())
            m.bytes = f.captured(4).toLongLong();
        return with(Kind::Pulled, f);
    }
    if (const auto f = match(u"Container image "_s + Quoted + u" is not present with pull policy of Never"_s, text);
        f.hasMatch())
        return with(Kind::NeverPull, f);
    if (const auto f = match(u"Failed to pull image "_s + Quoted + u": (.*)"_s, text); f.hasMatch()) {
        m.text = f.captured(2);
        return with(Kind::PullFailed, f);
    }
    if (const auto f = match(u"Back-off pulling image "_s + Quoted + u"(?:: .*)?"_s, text);
        f.hasMatch() && event.type != u"Warning")
        return with(Kind::BackOffPulling, f);
    if (const auto f = match(u"Failed to (?:apply default image tag|inspect image) "_s + Quoted + u": (.*)"_s, text);
        f.hasMatch()) {
        m.text = f.captured(2);
        return with(Kind::InspectFailed, f);
    }
    return m;
}

Kind byReason(const kube::Event &event)
{
    if (event.reason == u"Created")
        return Kind::Created;
    if (event.reason == u"Started")
        return Kind::Started;
    if (event.reason == u"Killing")
        return Kind::Killing;
    if (event.reason == u"Scheduled")
        return Kind::Scheduled;
    if (event.reason == u"FailedScheduling")
        return Kind::FailedScheduling;
    if (event.reason == u"BackOff" && event.type == u"Warning")
        return Kind::BackOffRestarting;
    return Kind::Other;
}

}  // namespace

Message readMessage(const kube::Event &event)
{
    constexpr QLatin1StringView similar("(combined from similar events): ");
    const bool combined = event.message.startsWith(similar);
    const QString text = combined ? event.message.sliced(similar.size()) : event.message;
    Message m = image(event, text);
    if (m.kind == Kind::Other)
        m.kind = byReason(event);
    if (m.kind == Kind::Other && event.reason == u"Failed" && text.startsWith(u"Error: ")) {
        m.kind = Kind::StartError;
        m.text = text.sliced(7);
    }
    m.combined = combined;
    return m;
}

QString containerOf(const QString &fieldPath)
{
    const auto f = match(u"spec\\.(?:containers|initContainers|ephemeralContainers)\\{(.+)\\}"_s, fieldPath);
    return f.hasMatch() ? f.captured(1) : QString();
}

}  // namespace pull
