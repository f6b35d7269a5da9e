// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

// How pods are reached.

[[nodiscard]] kube::Result<void> describeService(Page &page);
[[nodiscard]] kube::Result<void> describeEndpoints(Page &page);
[[nodiscard]] kube::Result<void> describeEndpointSlice(Page &page);
[[nodiscard]] kube::Result<void> describeIngress(Page &page);
[[nodiscard]] kube::Result<void> describeIngressClass(Page &page);
[[nodiscard]] kube::Result<void> describeNetworkPolicy(Page &page);
[[nodiscard]] kube::Result<void> describeServiceCidr(Page &page);
[[nodiscard]] kube::Result<void> describeIpAddress(Page &page);

/** The EndpointSlices of a service. */
[[nodiscard]] QList<Beside> readsOfService(const QJsonObject &object);
/** EndpointSlices and Service of each backend, in the order in which they are printed. */
[[nodiscard]] QList<Beside> readsOfIngress(const QJsonObject &object);

/** Ready addresses of the ports of that name, three at most: `10.0.0.1:80,10.0.0.2:80`; `<none>` without slices. */
[[nodiscard]] QString endpointsText(const QList<QJsonObject> &slices, const QString &portName);
/** The read of the EndpointSlices of that service. */
[[nodiscard]] Beside slicesOf(const QString &ns, const QString &service);

}  // namespace report
