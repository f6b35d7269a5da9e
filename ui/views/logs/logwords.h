// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logmix.h"
#include "command/logs/logwish.h"
#include "models/query/podchoice.h"
#include "pull/story/story.h"
#include "style/wording.h"

#include <QCoreApplication>

namespace views {

/** What a log view says of its log. Text from a cluster is put in as it is; it is shown as plain text. */
class LogWords {
    Q_DECLARE_TR_FUNCTIONS(views::LogWords)

public:
    /** `Following`, `The container ended with exit code 3 (Error)`. */
    [[nodiscard]] static QString state(const command::LogState &state, const command::LogWish &wish);
    /** The same of several logs as one, which others may join. */
    [[nodiscard]] static QString stateOfSeveral(const command::LogState &state, const command::LogWish &wish);
    /** What became of one of several logs: `joins`, `ends: The pod is gone`. */
    [[nodiscard]] static QString turn(command::LogMix::Turn turn, const command::LogWish &wish,
                                      const command::LogState &state);
    [[nodiscard]] static style::Tone tone(const command::LogState &state);
    /** The page that stands for a log without lines. `now`: the container as the mirror has it. */
    [[nodiscard]] static style::Trouble page(const command::LogState &state, const command::LogWish &wish,
                                             const kube::ContainerState &now, const pull::Story *story);
    /** The same of several logs as one, of which none has a line yet. */
    [[nodiscard]] static style::Trouble pageOfSeveral(const command::LogWish &wish);
    /** Which pods a table showed: `Pods in dev that match app=web`. */
    [[nodiscard]] static QString shown(const models::PodChoice &choice);
    /** `1,234 lines, 17 older ones dropped`. */
    [[nodiscard]] static QString count(qsizetype lines, qint64 dropped);
    /** The end of a container's pull story in one sentence; all of it, a step a line. */
    [[nodiscard]] static QString ending(const pull::Story &story);
    [[nodiscard]] static QString whole(const pull::Story &story);

private:
    [[nodiscard]] static QString containerNow(const kube::ContainerState &state);
    [[nodiscard]] static style::Trouble failure(const kube::Error &error, const command::LogWish &wish,
                                                const kube::ContainerState &now, const pull::Story *story);
};

}  // namespace views
