// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/version.h"
#include "report/describe/tree.h"

namespace report {

/** The lines as kubectl aligns them, and the Events table below them; null: no events are told of. */
[[nodiscard]] QString written(Lines lines, const QList<kube::EventPtr> *events, kube::Timestamp now,
                              kube::Version kubectl);

/** The same as a tree; an event is a node of its reason. */
[[nodiscard]] QList<DescribeNode> sections(const Lines &lines, const QList<kube::EventPtr> *events, kube::Timestamp now,
                                           kube::Version kubectl);

}  // namespace report
