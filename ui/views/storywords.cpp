// SPDX-License-Identifier: Apache-2.0
#include "views/storywords.h"

#include "pull/failure/causes.h"
#include "views/lanewords.h"

namespace views {

QString StoryWords::word(pull::Step step)
{
    switch (step) {
    case pull::Step::Image: return tr("Image");
    case pull::Step::Policy: return tr("Policy");
    case pull::Step::Node: return tr("Node");
    case pull::Step::Decision: return tr("Decision");
    case pull::Step::Outcome: return tr("Outcome");
    case pull::Step::Next: return tr("Next");
    }
    return {};
}

QString StoryWords::word(pull::Verdict verdict)
{
    switch (verdict) {
    case pull::Verdict::Good: return tr("OK");
    case pull::Verdict::Working: return tr("in progress");
    case pull::Verdict::Waiting: return tr("waiting");
    case pull::Verdict::Failed: return tr("failed");
    case pull::Verdict::Unknown: return tr("unknown");
    }
    return {};
}

QString StoryWords::evidence(const pull::Statement &statement)
{
    QString text = statement.evidence;
    if (!statement.ground.isEmpty()) {
        const QString ground = filled(translated(pull::sentence(statement.ground)), statement.groundArgs);
        text = text.isEmpty() ? ground : tr("%1; %2", "evidence, ground").arg(text, ground);
    }
    if (statement.confidence == pull::Confidence::Sure || statement.gap)
        return text;
    const QString how = statement.confidence == pull::Confidence::Likely ? tr("likely") : tr("a guess");
    return text.isEmpty() ? how : tr("%1; %2", "evidence, how sure").arg(text, how);
}

QString StoryWords::sentence(const pull::Statement &statement)
{
    return filled(translated(pull::sentence(statement.id)), statement.args);
}

QString StoryWords::translated(const QString &english)
{
    return english.isEmpty() ? QString() : QCoreApplication::translate("pull", english.toUtf8().constData());
}

QString StoryWords::filled(const QString &pattern, const QList<QString> &args)
{
    QString text;
    text.reserve(pattern.size() + 64);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = pattern.at(i) == u'%' && i + 1 < pattern.size() ? pattern.at(i + 1).digitValue() : -1;
        if (number >= 1 && number <= args.size()) {
            text += args.at(number - 1);
            ++i;
        } else {
            text += pattern.at(i);
        }
    }
    return text;
}

QString StoryWords::cause(const QString &category)
{
    return category.isEmpty() ? QString() : translated(QString::fromUtf8(pull::causeOf(category).meaning));
}

QString StoryWords::advice(const QString &category)
{
    return category.isEmpty() ? QString() : translated(QString::fromUtf8(pull::causeOf(category).advice));
}

QString StoryWords::container(const pull::Story &story)
{
    const QString kind = LaneWords::word(story.kind);
    return kind.isEmpty() ? story.container : tr("%1 (%2)", "container name, its kind").arg(story.container, kind);
}

}  // namespace views
