// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/podsummary.h"
#include "kube/slim/podref.h"
#include "models/order/rowsource.h"
#include "models/podpull.h"

#include <memory>

namespace models {

/** What a table keeps of one pod. */
struct PodRow {
    kube::PodRef pod;
    kube::PodSummary summary;
    quint32 serial = 0;                             ///< grows from row to row, and is a row's own as long as it lives
    quint32 changed = 0;                            ///< the columns that the last change touched: bit 31 all from there
    mutable std::unique_ptr<const PodPull> pull{};  ///< null: nobody has looked at it, or something changed since
    bool pullProblem = false;
};

[[nodiscard]] PodRow makeRow(const kube::PodRef &pod, kube::Version server);

/** The bit of a column in PodRow::changed. */
[[nodiscard]] constexpr quint32 bitOf(int column)
{
    return 1U << (column < 31 ? column : 31);
}

/** The policies of the pod's containers, each once, in container order. */
[[nodiscard]] QString policiesOf(const kube::SlimPod &pod);

/** Sorts as an address does, number by number; IPv4 before IPv6, none first. */
[[nodiscard]] SortKey addressKey(const QString &text);

}  // namespace models
