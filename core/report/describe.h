// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/poddetail.h"
#include "kube/version.h"

namespace report {

/** Which kubectl's text: the layout of releases 1.27 to 1.36. Default: 1.32. */
struct DescribeOptions {
    kube::Version kubectl{32};
};

/** `kubectl describe pod`, to the letter; times in the local zone, ages against `now`. */
[[nodiscard]] QString describePod(const kube::PodDetail &detail, const QList<kube::EventPtr> &events,
                                  kube::Timestamp now, const DescribeOptions &options = {});

/** `Mon, 02 Jan 2006 15:04:05 -0700` in the local zone; Go's zero time for null. */
[[nodiscard]] QString rfc1123(kube::Timestamp time);

}  // namespace report
