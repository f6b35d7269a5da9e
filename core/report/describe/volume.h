// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/poddetail.h"
#include "kube/version.h"
#include "report/describe/container.h"
#include "report/describe/lines.h"

namespace report {

/** describe's Volumes block. */
void describeVolumes(Lines &out, const QList<kube::Volume> &volumes, kube::Version kubectl,
                     Within within = Within::Pod);

}  // namespace report
