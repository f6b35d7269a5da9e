// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/query/podquery.h"

#include <QSet>

namespace models {

class PodModel;

/** Which pods a table shows: those of some namespaces that match a filter. A value, which outlives the filter box. */
struct PodChoice {
    QString text;  ///< the filter as it was written
    PodQuery query;
    QSet<QString> namespaces;  ///< empty: all

    [[nodiscard]] bool isAll() const { return namespaces.isEmpty() && query.isEmpty(); }
    /** Whether a row's pod is among them; `now` as the cluster's clock has it. */
    [[nodiscard]] bool accepts(const PodModel &pods, int row, kube::Timestamp now) const;
};

}  // namespace models
