// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

// Who may do what.

[[nodiscard]] kube::Result<void> describeServiceAccount(Page &page);
/** A Role and a ClusterRole. */
[[nodiscard]] kube::Result<void> describeRole(Page &page);
/** A RoleBinding and a ClusterRoleBinding. */
[[nodiscard]] kube::Result<void> describeRoleBinding(Page &page);

/** A CertificateSigningRequest: an error where its request cannot be read, as kubectl has it. */
[[nodiscard]] kube::Result<void> describeSigningRequest(Page &page);

/** The secrets of an account's namespace: which of them are its tokens, and which of those it names are there. */
[[nodiscard]] QList<Beside> readsOfServiceAccount(const QJsonObject &object);

}  // namespace report
