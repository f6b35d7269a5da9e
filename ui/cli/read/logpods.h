// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "kube/pod.h"

#include <expected>

namespace cli {

/**
 * The pods whose logs are meant by `POD`, `TYPE/NAME` or -l, as kubectl finds them: of a workload or a service the one
 * that it likes best, or all with --all-pods. Waits for the first as long as --pod-running-timeout says. The error is
 * the whole line for standard error. Source: kubectl pkg/polymorphichelpers logsForObject, pkg/util/podutils ByLogging.
 */
[[nodiscard]] std::expected<QList<kube::PodPtr>, QString> logPods(Console &console, const QString &operand);

}  // namespace cli
