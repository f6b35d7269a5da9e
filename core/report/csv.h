// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/table.h"

namespace report {

/**
 * A table as comma-separated values: a header, then each row, lines ended by CR LF, cells quoted where they need it.
 * `namespaces`: a NAMESPACE column first. Columns of every priority. Each cell is safe in a spreadsheet (see cell).
 * Source of the form: RFC 4180.
 */
[[nodiscard]] QString csv(const kube::Table &table, bool namespaces);

}  // namespace report
