// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "command/logs/logwish.h"
#include "kube/pod.h"

#include <expected>

namespace cli {

/** One log to read, and what stands before each of its lines. */
struct LogTarget {
    command::LogWish wish;
    QByteArray prefix;  ///< `[pod/web/nginx] `, or empty
};

/**
 * The logs of these pods: of the container that `wish` names, else of the one that kubectl would take, which is told
 * on standard error, or of all of them. The error is kubectl's line. Source: kubectl pkg/polymorphichelpers
 * logsForObjectWithClient, pkg/cmd/logs addPrefixIfNeeded.
 */
[[nodiscard]] std::expected<QList<LogTarget>, QString> logTargets(Console &console, const QList<kube::PodPtr> &pods,
                                                                  const command::LogWish &wish);

}  // namespace cli
