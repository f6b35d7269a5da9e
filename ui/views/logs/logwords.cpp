// SPDX-License-Identifier: Apache-2.0
#include "views/logs/logwords.h"

#include "views/storywords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using Phase = command::LogState::Phase;
using Container = kube::ContainerState::Phase;

namespace views {

QString LogWords::containerNow(const kube::ContainerState &state)
{
    switch (state.phase) {
    case Container::Terminated:
        return state.reason.isEmpty()
                   ? tr("The container ended with exit code %1").arg(state.exitCode)
                   : tr("The container ended with exit code %1 (%2)").arg(state.exitCode).arg(state.reason);
    case Container::Waiting:
        return state.reason.isEmpty() ? tr("The container waits to start again")
                                      : tr("The container waits: %1").arg(state.reason);
    default: return tr("The log ended");
    }
}

QString LogWords::state(const command::LogState &state, const command::LogWish &wish)
{
    switch (state.phase) {
    case Phase::Opening: return tr("Asking for the log…");
    case Phase::Open: return wish.follow ? tr("Following") : tr("Reading…");
    case Phase::Broken:
        return state.error.message.isEmpty()
                   ? tr("The server ended the log while the container runs; it is opened again")
                   : tr("Connection lost: %1. It is opened again").arg(state.error.message);
    case Phase::Ended:
        if (!wish.follow)
            return wish.previous ? tr("The log of the run before") : tr("The log as it was when it was read");
        if (state.error.kind == kube::Error::Kind::NotFound)
            return tr("The pod is gone");
        if (state.error.kind != kube::Error::Kind::None)
            return tr("The log ended; whether the container still runs is not known: %1").arg(state.error.message);
        return containerNow(state.container.value_or(kube::ContainerState()));
    case Phase::Failed: return style::Wording::trouble(state.error).what;
    }
    return {};
}

QString LogWords::stateOfSeveral(const command::LogState &state, const command::LogWish &wish)
{
    if (state.phase == Phase::Ended && wish.follow && wish.pod.name.isEmpty())
        return tr("No log is open; a container that starts joins");
    if (state.phase == Phase::Ended && wish.follow)
        return tr("All logs have ended; a container that starts joins them");
    return LogWords::state(state, wish);
}

QString LogWords::turn(command::LogMix::Turn turn, const command::LogWish &wish, const command::LogState &state)
{
    switch (turn) {
    case command::LogMix::Turn::Joins: return tr("joins");
    case command::LogMix::Turn::Waits: return tr("joins when another log ends; %1 are open").arg(command::LogMix::Most);
    case command::LogMix::Turn::Ends: return tr("ends: %1").arg(LogWords::state(state, wish));
    case command::LogMix::Turn::Fails: return u"error: "_s + state.error.message;  // as kubectl has it
    }
    return {};
}

style::Tone LogWords::tone(const command::LogState &state)
{
    switch (state.phase) {
    case Phase::Opening: return style::Tone::Pulling;
    case Phase::Open: return style::Tone::Running;
    case Phase::Broken: return style::Tone::Waiting;
    case Phase::Ended: return style::Tone::Done;
    case Phase::Failed: return style::Tone::Failed;
    }
    return style::Tone::Unknown;
}

style::Trouble LogWords::page(const command::LogState &state, const command::LogWish &wish,
                              const kube::ContainerState &now, const pull::Story *story)
{
    if (state.phase == Phase::Failed)
        return failure(state.error, wish, now, story);
    if (state.phase == Phase::Ended)
        return {tr("The container has written nothing"), LogWords::state(state, wish),
                wish.sinceSeconds ? tr("Only a part of the log was asked for; see above.") : QString()};
    return {state.phase == Phase::Open ? tr("The container has written nothing yet") : LogWords::state(state, wish),
            {},
            {}};
}

style::Trouble LogWords::failure(const kube::Error &error, const command::LogWish &wish,
                                 const kube::ContainerState &now, const pull::Story *story)
{
    constexpr int BadRequest = 400;
    if (error.kind == kube::Error::Kind::Forbidden)
        return {tr("Logs may not be read here"), error.message,
                tr("Ask for the verb get on pods/log in namespace %1.").arg(wish.pod.ns)};
    if (error.httpStatus == BadRequest && wish.previous)
        return {tr("There is no log of an earlier run"), error.message,
                tr("Kubelets keep the log of the run before the last restart, as long as its container is there.")};
    const bool hasNotStarted = now.phase == Container::Waiting || now.phase == Container::None;
    if (error.httpStatus == BadRequest && hasNotStarted) {
        const QString why = story ? ending(*story) : QString();
        return {tr("The container has not started yet"), why.isEmpty() ? error.message : why + u'\n' + error.message,
                tr("Its log is opened when it starts.")};
    }
    return style::Wording::trouble(error);
}

style::Trouble LogWords::pageOfSeveral(const command::LogWish &wish)
{
    if (!wish.follow)
        return {tr("No such pod has written anything"), {}, {}};
    return {tr("No such pod has written anything yet"), {}, tr("The log of one that starts is opened at once.")};
}

QString LogWords::shown(const models::PodChoice &choice)
{
    QStringList names(choice.namespaces.cbegin(), choice.namespaces.cend());
    names.sort();
    const QString where = names.join(u", "_s);
    const QString filter = choice.text.simplified();
    if (where.isEmpty())
        return filter.isEmpty() ? tr("All pods of the cluster") : tr("Pods that match %1").arg(filter);
    return filter.isEmpty() ? tr("All pods in %1").arg(where) : tr("Pods in %1 that match %2").arg(where, filter);
}

QString LogWords::count(qsizetype lines, qint64 dropped)
{
    const QString all = tr("%n line(s)", nullptr, int(lines));
    return dropped == 0 ? all : tr("%1; %n older one(s) dropped", nullptr, int(dropped)).arg(all);
}

QString LogWords::ending(const pull::Story &story)
{
    const auto backwards = std::ranges::find_if(story.statements.crbegin(), story.statements.crend(),
                                                [](const pull::Statement &s) { return s.step <= pull::Step::Outcome; });
    return backwards == story.statements.crend() ? QString() : StoryWords::sentence(*backwards);
}

QString LogWords::whole(const pull::Story &story)
{
    QStringList lines;
    for (const pull::Statement &statement : story.statements)
        lines << u"%1: %2"_s.arg(StoryWords::word(statement.step), StoryWords::sentence(statement));
    return lines.join(u'\n');
}

}  // namespace views
