// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"
#include "kube/version.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

/** How objects are printed whole. */
struct ObjectOptions {
    QString format;              ///< json or yaml
    bool single = false;         ///< the command named one object: no List around it
    bool managedFields = false;  ///< --show-managed-fields; kubectl up to 1.20 always shows them
    kube::Version kubectl = {};
};

/** `-o json` and `-o yaml`, to the letter of kubectl. */
[[nodiscard]] QString wholeObjects(const QList<QJsonObject> &objects, const ObjectOptions &options);

/** `pod/web-0`, `deployment.apps/web`: what `-o name` prints of an object. */
[[nodiscard]] QString nameLine(const QJsonObject &object);

/** `pod`, `deployment.apps`: what stands before a name where several kinds are printed. */
[[nodiscard]] QString kindPrefix(const kube::Resource &resource);

}  // namespace cli
