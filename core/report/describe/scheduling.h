// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/poddetail.h"
#include "report/describe/lines.h"

namespace report {

/** The tolerations, sorted by key; `<none>` for none. */
void describeTolerations(Lines &out, const QString &title, QList<kube::Toleration> list);

/** Topology spread constraints, sorted by topology key; nothing for none. `indent` stands before the label. */
void describeSpread(Lines &out, const QString &indent, QList<kube::SpreadConstraint> list);

}  // namespace report
