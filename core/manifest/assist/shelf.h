// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/schema.h"
#include "manifest/assist/remark.h"

namespace manifest {

/** The schemas that are at hand. A value that threads may share: what it points to never changes. */
struct Shelf {
    using SetPtr = std::shared_ptr<const kube::SchemaSet>;
    QHash<QString, SetPtr> cluster;  ///< what the cluster publishes, by apiVersion: `apps/v1`
    SetPtr bundled;                  ///< what comes with Gantry; may be null
    QString release;                 ///< of `bundled`: `v1.32`
    quint64 revision = 0;            ///< another one wherever anything is another

    struct Found {
        SetPtr set;
        kube::SchemaPtr schema;  ///< null: this kind is not known
        Remark::Basis basis = Remark::Basis::Bundled;
    };
    /** The cluster's schema goes before the bundled one. */
    [[nodiscard]] Found find(const QString &apiVersion, const QString &kind) const
    {
        if (const SetPtr own = cluster.value(apiVersion))
            if (const auto schema = own->ofKind(apiVersion, kind))
                return {own, schema, Remark::Basis::Cluster};
        return {bundled, bundled ? bundled->ofKind(apiVersion, kind) : nullptr, Remark::Basis::Bundled};
    }
};

}  // namespace manifest
