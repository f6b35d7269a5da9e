// SPDX-License-Identifier: Apache-2.0
// What is likely not as it is meant: private to core/pull.
#pragma once

#include "pull/forecast/forecast.h"
#include "pull/image/imagereference.h"

namespace pull {

/** The traps of one container whose nodes and policy are told already. `candidates` are the nodes that may take it. */
[[nodiscard]] QList<Statement> trapsOf(const Plan &plan, const kube::Container &written, const ImageReference &image,
                                       const ContainerForecast &told, std::span<const kube::NodePtr> candidates);

/** A statement by rule. */
[[nodiscard]] Statement ruled(Step step, Verdict verdict, const QString &id, const QList<QString> &args,
                              const QString &evidence, Confidence confidence = Confidence::Sure);

}  // namespace pull
