// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/poddetail.h"
#include "kube/version.h"
#include "report/describe/tree.h"

namespace report {

struct DescribeOptions {
    kube::Version kubectl = {};  ///< whose text: 1.20 to 1.36
    bool showEvents = true;      ///< the Events table, or `Events: <none>`
};

/**
 * `kubectl describe pod`, to the letter; times in the local zone, ages against `now`. Two texts are ours: what would
 * move a terminal's cursor is made visible in every release (kubectl: since 1.26), and an `optional` of a projected
 * source is said as true or false where releases up to 1.32 print a memory address.
 */
[[nodiscard]] QString describePod(const kube::PodDetail &detail, const QList<kube::EventPtr> &events,
                                  kube::Timestamp now, const DescribeOptions &options = {});

/** The same parts as a tree, from the same lines; an event is a node of its reason. */
[[nodiscard]] QList<DescribeNode> describePodTree(const kube::PodDetail &detail, const QList<kube::EventPtr> &events,
                                                  kube::Timestamp now, const DescribeOptions &options = {});

/** `Mon, 02 Jan 2006 15:04:05 -0700` in the local zone; Go's zero time for null. */
[[nodiscard]] QString rfc1123(kube::Timestamp time);

}  // namespace report
