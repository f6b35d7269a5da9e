// SPDX-License-Identifier: Apache-2.0
#include "views/storywords.h"

#include "pull/failure.h"
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

const StoryWords::Reason *StoryWords::reason(const QString &name)
{
    static constexpr Reason reasons[] = {
        {"ErrImageNeverPull", QT_TR_NOOP("The policy is Never and the image is not on the node"),
         QT_TR_NOOP("Load the image onto the node, or change imagePullPolicy to IfNotPresent. No registry is asked.")},
        {"InvalidImageName", QT_TR_NOOP("The image is not a valid reference"),
         QT_TR_NOOP("Correct the image: lower case, no scheme, no spaces, no unreplaced ${VARIABLE}.")},
        {"ImageInspectError", QT_TR_NOOP("The container runtime cannot look up the image"),
         QT_TR_NOOP("Check the container runtime on the node; its image store may be damaged.")},
        {"CrashLoopBackOff", QT_TR_NOOP("The container starts and ends again and again"),
         QT_TR_NOOP("Look at the logs of its last run. The image is not the cause: it was pulled and started.")},
        {"CreateContainerConfigError", QT_TR_NOOP("Something that the container refers to is missing"),
         QT_TR_NOOP("Check the ConfigMaps, Secrets and keys that the container names.")},
        {"CreateContainerError", QT_TR_NOOP("The runtime cannot create the container"),
         QT_TR_NOOP("Read the kubelet's own words: mounts, devices, names in use.")},
        {"RunContainerError", QT_TR_NOOP("The runtime cannot start the container"),
         QT_TR_NOOP("Check the command, its path inside of the image, and the image's architecture.")},
    };
    for (const Reason &known : reasons)
        if (name == QLatin1StringView(known.name))
            return &known;
    return nullptr;
}

QString StoryWords::cause(const QString &category)
{
    const Reason *known = reason(category);
    if (known || category.isEmpty())
        return known ? tr(known->cause) : QString();
    return translated(QString::fromUtf8(pull::adviceFor(category).meaning));
}

QString StoryWords::advice(const QString &category)
{
    const Reason *known = reason(category);
    if (known || category.isEmpty())
        return known ? tr(known->advice) : QString();
    return translated(QString::fromUtf8(pull::adviceFor(category).advice));
}

QString StoryWords::container(const pull::Story &story)
{
    const QString kind = LaneWords::word(story.kind);
    return kind.isEmpty() ? story.container : tr("%1 (%2)", "container name, its kind").arg(story.container, kind);
}

}  // namespace views
