// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/poddetail.h"
#include "kube/version.h"
#include "report/describe/lines.h"

namespace report {

/** describe's Volumes block. */
void describeVolumes(Lines &out, const QList<kube::Volume> &volumes, kube::Version kubectl);

}  // namespace report
