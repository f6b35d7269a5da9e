// SPDX-License-Identifier: Apache-2.0
// The story as plain English text.
#include "kube/duration.h"
#include "pull/failure/causes.h"
#include "pull/story/story.h"

#include <QRegularExpression>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

QString word(Step step)
{
    switch (step) {
    case Step::Image: return u"Image"_s;
    case Step::Policy: return u"Policy"_s;
    case Step::Node: return u"Node"_s;
    case Step::Decision: return u"Decision"_s;
    case Step::Outcome: return u"Outcome"_s;
    case Step::Next: return u"Next"_s;
    }
    return {};
}

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good: return u"good"_s;
    case Verdict::Working: return u"in progress"_s;
    case Verdict::Waiting: return u"waiting"_s;
    case Verdict::Failed: return u"failed"_s;
    case Verdict::Unknown: return u"unknown"_s;
    }
    return {};
}

QString word(kube::ContainerKind kind)
{
    switch (kind) {
    case kube::ContainerKind::Init: return u" (init)"_s;
    case kube::ContainerKind::Sidecar: return u" (sidecar)"_s;
    case kube::ContainerKind::Ephemeral: return u" (ephemeral)"_s;
    case kube::ContainerKind::Volume: return u" (image volume)"_s;
    case kube::ContainerKind::Regular: break;
    }
    return {};
}

/** To the millisecond where the time is known that well. */
QString clock(kube::Timestamp at)
{
    const QString micro = at.toRfc3339Micro();
    return at.unixNanoseconds() % 1'000'000'000 == 0 ? micro.mid(11, 8) : micro.mid(11, 12);
}

/** Events by name and time: their text stands in the sentence or below as raw text. */
QString evidence(const Statement &statement)
{
    QString text = evidenceInEnglish(statement);
    if (statement.source == Source::Event) {
        text = text.section(u": "_s, 0, 0);
        if (!statement.at.isNull())
            text += u" at "_s + clock(statement.at);
    }
    if (statement.confidence != Confidence::Sure && !statement.gap)
        text += statement.confidence == Confidence::Likely ? u"; likely"_s : u"; a guess"_s;
    return text;
}

QString bracketed(const QString &text)
{
    return text.isEmpty() ? QString() : u"  ["_s + text + u']';
}

/** Text from a cluster must not become markup. */
QString escaped(QString text)
{
    static const QRegularExpression special(u"([\\\\`*_\\[\\]<>|#~])"_s);
    return text.replace(special, u"\\\\1"_s).replace(u'\n', u' ');
}

QString item(const QString &head, const QString &text, const QString &because = {})
{
    const QString reason = because.isEmpty() ? QString() : u" _("_s + escaped(because) + u")_"_s;
    return u"- **%1:** "_s.arg(head) + escaped(text) + reason + u'\n';
}

QString headline(const Story &story)
{
    const QString what = story.kind == kube::ContainerKind::Volume ? u"Volume "_s : u"Container "_s;
    return what + story.container + word(story.kind) + u": "_s + word(story.verdict);
}

bool isBlamed(const Story &story)
{
    return !story.failureCategory.isEmpty() && story.verdict != Verdict::Good;
}

QString line(const QString &head, const QString &text)
{
    return u"  %1 %2\n"_s.arg(head.isEmpty() ? QString(9, u' ') : (head + u':').leftJustified(9), text);
}

QString text(const Attempt &attempt)
{
    if (attempt.repeats > 1 || (attempt.pulling.isNull() && attempt.pulled.isNull() && attempt.failed.isNull() &&
                                attempt.created.isNull() && attempt.started.isNull()))
        return u"only counted, times not recorded"_s;
    QStringList parts;
    const auto add = [&](kube::Timestamp at, const QString &what) {
        if (!at.isNull())
            parts << what + u' ' + clock(at);
    };
    add(attempt.pulling, u"pulling"_s);
    if (attempt.pullTime && attempt.totalTime && *attempt.totalTime > *attempt.pullTime)
        parts << u"queued "_s + kube::goDuration(*attempt.totalTime - *attempt.pullTime);
    add(attempt.pulled, attempt.alreadyPresent ? u"already present"_s : u"pulled"_s);
    if (const auto time = attempt.pullTime ? attempt.pullTime : attempt.totalTime)
        parts.last() += u" in "_s + kube::goDuration(*time);
    add(attempt.created, u"created"_s);
    add(attempt.started, attempt.restart ? u"started again"_s : u"started"_s);
    add(attempt.failed, u"failed"_s);
    add(attempt.backingOff, u"backing off"_s);
    add(attempt.ended, u"ended"_s);
    return parts.join(u", "_s);
}

QString tryList(const Story &story)
{
    QString result;
    int number = 1;
    for (const Attempt &attempt : story.attempts) {
        const QString name =
            attempt.repeats > 1 ? u"%1-%2"_s.arg(number).arg(number + attempt.repeats - 1) : QString::number(number);
        result += line(number == 1 ? u"Tries"_s : QString(), u"#%1 %2"_s.arg(name, text(attempt)));
        number += attempt.repeats;
    }
    return result;
}

}  // namespace

namespace {

QString filled(const QString &id, const QList<QString> &args)
{
    const QString pattern = sentence(id);
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = pattern.at(i) == u'%' && i + 1 < pattern.size() ? pattern.at(i + 1).digitValue() : -1;
        if (number < 1) {
            result += pattern.at(i);
            continue;
        }
        result += args.value(number - 1);
        ++i;
    }
    return result;
}

}  // namespace

QString inEnglish(const Statement &statement)
{
    return filled(statement.id, statement.args);
}

QString evidenceInEnglish(const Statement &statement)
{
    if (statement.ground.isEmpty())
        return statement.evidence;
    const QString ground = filled(statement.ground, statement.groundArgs);
    return statement.evidence.isEmpty() ? ground : statement.evidence + u"; "_s + ground;
}

QString toText(const Story &story)
{
    QString text = headline(story);
    const bool blamed = isBlamed(story);
    text += blamed ? u", %1\n"_s.arg(story.failureCategory) : u"\n"_s;
    std::optional<Step> before;
    for (const Statement &statement : story.statements) {
        text += line(before == statement.step ? QString() : word(statement.step),
                     inEnglish(statement) + bracketed(evidence(statement)));
        before = statement.step;
    }
    if (blamed) {
        const Cause cause = causeOf(story.failureCategory);
        text += line(u"Cause"_s, QString::fromUtf8(cause.meaning));
        text += line(u"Advice"_s, QString::fromUtf8(cause.advice));
    }
    text += tryList(story);
    if (blamed && !story.rawFailure.isEmpty())
        text += line(u"Raw text"_s, story.rawFailure.trimmed());
    return text;
}

QString toMarkdown(const Story &story)
{
    QString text = u"**"_s + escaped(headline(story)) + u"**\n\n"_s;
    for (const Statement &statement : story.statements)
        text += item(word(statement.step), inEnglish(statement), evidence(statement));
    if (!isBlamed(story))
        return text;
    const Cause cause = causeOf(story.failureCategory);
    text += item(u"Cause"_s, QString::fromUtf8(cause.meaning)) + item(u"Advice"_s, QString::fromUtf8(cause.advice));
    if (!story.rawFailure.isEmpty()) {
        const QString fence = story.rawFailure.contains(u"```") ? u"~~~~\n"_s : u"```\n"_s;
        text += u'\n' + fence + story.rawFailure.trimmed() + u'\n' + fence;
    }
    return text;
}

}  // namespace pull
