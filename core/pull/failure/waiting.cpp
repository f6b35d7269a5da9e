// SPDX-License-Identifier: Apache-2.0
#include "pull/failure/waiting.h"

#include "kube/duration.h"
#include "pull/events/message.h"
#include "pull/image/quoting.h"

#include <QRegularExpression>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(u"\\A(?:"_s + text + u")\\z"_s, QRegularExpression::DotMatchesEverythingOption);
}

const QString Quoted = u"\"(?<image>(?:[^\"\\\\]++|\\\\.)*+)\""_s;

}  // namespace

WaitingText readWaiting(const QString &reason, const QString &message, const QString &image)
{
    static const QRegularExpression backOff =
        pattern(u"Back-off pulling image "_s + Quoted + u"(?:: (?<cause>\\w+): (?<error>.*))?"_s);
    static const QRegularExpression because = pattern(
        u"image pull failed for (?<image>.+?) because (?:the registry is unavailable|the signature validation failed)"
        "(?:: (?<error>.*))?"_s);
    static const QRegularExpression never =
        pattern(u"Container image "_s + Quoted + u" is not present with pull policy of Never"_s);
    static const QRegularExpression inspect =
        pattern(u"Failed to (?:apply default image tag|inspect image) "_s + Quoted + u": (?<error>.*)"_s);
    static const QRegularExpression crash =
        pattern(u"back-off (?<wait>\\S+) restarting failed container=(?<container>\\S+) pod=.*"_s);

    WaitingText waiting;
    waiting.imageRelated = isImageReason(reason);
    if (reason == u"CrashLoopBackOff") {
        const auto found = crash.match(message);
        waiting.container = found.captured(u"container"_s);
        waiting.backOff = kube::parseGoDuration(found.captured(u"wait"_s));
        return waiting;
    }
    if (!waiting.imageRelated)
        return waiting;
    QString classified = message;
    if (const auto found = backOff.match(message); found.hasMatch()) {
        waiting.image = goUnquoted(found.captured(u"image"_s));
        waiting.cause = found.captured(u"cause"_s);
        waiting.error = classified = found.captured(u"error"_s);
    } else if (const auto wrapped = because.match(message); wrapped.hasMatch()) {
        waiting.image = wrapped.captured(u"image"_s);
        waiting.error = wrapped.captured(u"error"_s);
    } else if (const auto refused = never.match(message); refused.hasMatch()) {
        waiting.image = goUnquoted(refused.captured(u"image"_s));
        classified.clear();  // not a pull: no registry was asked
    } else if (const auto looked = inspect.match(message); looked.hasMatch()) {
        waiting.image = goUnquoted(looked.captured(u"image"_s));
        waiting.error = classified = looked.captured(u"error"_s);
    } else {
        waiting.error = message;
    }
    if (!classified.isEmpty())
        waiting.failure = classifyFailure(classified, image.isEmpty() ? waiting.image : image);
    return waiting;
}

QString logRefusal(const QString &waitingReason, const QString &container, const QString &pod)
{
    const QString why = waitingReason == u"ErrImagePull"       ? u"image can't be pulled"_s
                        : waitingReason == u"ImagePullBackOff" ? u"trying and failing to pull image"_s
                                                               : waitingReason;
    return u"container "_s + goQuoted(container) + u" in pod "_s + goQuoted(pod) + u" is waiting to start: "_s + why;
}

}  // namespace pull
