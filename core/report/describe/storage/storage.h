// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

// Where pods keep their data.

[[nodiscard]] kube::Result<void> describePersistentVolume(Page &page);
[[nodiscard]] kube::Result<void> describeClaim(Page &page);
[[nodiscard]] kube::Result<void> describeStorageClass(Page &page);
[[nodiscard]] kube::Result<void> describeAttributesClass(Page &page);
[[nodiscard]] kube::Result<void> describeCsiNode(Page &page);

/** The pods of a claim's namespace, of which those that use it are named. */
[[nodiscard]] QList<Beside> readsOfClaim(const QJsonObject &object);

/** `RWO,ROX,RWX,RWOP`, those that are there, in this order. */
[[nodiscard]] QString accessModes(const QJsonValue &list);
/** The class of a volume or claim: that of the old annotation, else the field. */
[[nodiscard]] QString storageClass(const QJsonObject &object);

}  // namespace report
