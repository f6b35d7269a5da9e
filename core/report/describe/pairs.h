// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"
#include "report/describe/lines.h"

namespace report {

/**
 * `Label:<tab>k=v`, then `<tab>k=v` lines; `<none>` for none. At a level above 0 kubectl indents inside of the cell,
 * too. Source: kubectl pkg/describe printLabelsMultiline.
 */
void addLabels(Lines &out, int level, const QString &label, const kube::StringPairs &values);

/**
 * The Annotations lines, `indent` before their label: long and multi-line values on lines of their own, cut; the last
 * applied manifest is hidden.
 */
void addAnnotations(Lines &out, int level, const kube::StringPairs &values, const QString &indent = {});

/** At most so many bytes of UTF-8, then `...` where it was cut. */
[[nodiscard]] QString cutBytes(const QString &line, qsizetype bytes);

}  // namespace report
