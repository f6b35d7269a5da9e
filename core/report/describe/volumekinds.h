// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace report {

/** One line of a volume in describe. */
struct VolumeRow {
    /** Value: the field as it is. The others are what Go's %v makes of a list, a map or a pointer. */
    enum class Shape { Value, Size, List, Joined, Map, Reference };

    QString label;          ///< with its colon, where kubectl writes one
    QString field;          ///< API name
    QString fallback = {};  ///< printed where the field is absent
    Shape shape = Shape::Value;
};

struct VolumeKind {
    QString title;
    QList<VolumeRow> rows;
    int since = 0;  ///< minor version of the first kubectl that knows it
};

/** By API name (`hostPath`); null for a type that kubectl prints as <unknown>. Source: kubectl pkg/describe. */
[[nodiscard]] const VolumeKind *volumeKind(const QString &type);

}  // namespace report
