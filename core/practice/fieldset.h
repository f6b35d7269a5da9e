// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <optional>

namespace practice {

/** metadata.managedFields: who set which field. Source: sigs.k8s.io/structured-merge-diff. */
class FieldManagers {
public:
    /** A writer: its name, `Update` or `Apply`, the subresource it writes through (mostly none), and when. */
    struct Writer {
        QString name;
        QString operation;
        QString subresource;
        QString time;
    };

    /** The fieldsV1 of an object; `maps` adds the "." entries that Update managers have on labels and annotations. */
    [[nodiscard]] static QJsonObject fieldsOf(const QJsonObject &object, bool maps);
    /** `after` with managedFields of `before` and what `writer` changed between the two. */
    [[nodiscard]] static QJsonObject noted(const QJsonObject &before, QJsonObject after, const Writer &writer);
    /** `after` with `writer` owning exactly the fields of `configuration`. */
    [[nodiscard]] static QJsonObject applied(QJsonObject after, const QJsonObject &configuration, const Writer &writer);

    struct Clash {
        QString manager;
        QString field;  ///< `.spec.containers[name="nginx"].image`
    };
    /** Fields of `configuration` that differ from `live` and belong to another manager than `manager`. */
    [[nodiscard]] static QList<Clash> clashes(const QJsonObject &live, const QJsonObject &configuration,
                                              const QString &manager);
    /** `merged` without the fields that `manager` applied before and `configuration` no longer has. */
    [[nodiscard]] static QJsonObject withoutDropped(QJsonObject merged, const QJsonObject &configuration,
                                                    const QString &manager);
};

}  // namespace practice
