// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/errand.h"

namespace command {

/** What a write changed, by the object before it and after it, and the status of the answer. Pure. */
[[nodiscard]] Effect effectOf(const Outcome &outcome, int httpStatus);

/** Whether the object that is there now is of a later version than the Replace was sent for, and says all that it sent.
 * Pure. */
[[nodiscard]] bool isReplaced(const QByteArray &live, const Errand &errand);

/**
 * Whether a dry run was refused for want of something that a document before it brings when it is stored: its
 * namespace, or, by a CustomResourceDefinition, its kind. Pure.
 */
[[nodiscard]] bool needsEarlier(const Errand &errand, const kube::Error &error, const QList<Document> &earlier);

}  // namespace command
