// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/node.h"
#include "kube/pod.h"
#include "kube/version.h"

namespace report {

struct TableOptions {
    bool wide = false;           ///< -o wide
    bool allNamespaces = false;  ///< -A: a NAMESPACE column first
    kube::Version server;        ///< whose printer's rules
};

/** `kubectl get pods`, in the given order; empty text for no pods. */
[[nodiscard]] QString podTable(const QList<kube::PodPtr> &pods, kube::Timestamp now, const TableOptions &options);
/** `kubectl get events`, in the given order. */
[[nodiscard]] QString eventTable(const QList<kube::EventPtr> &events, kube::Timestamp now, const TableOptions &options);
/** `kubectl get nodes`. */
[[nodiscard]] QString nodeTable(const QList<kube::NodePtr> &nodes, kube::Timestamp now, const TableOptions &options);
/** `kubectl get namespaces`. */
[[nodiscard]] QString namespaceTable(const QList<kube::NamespacePtr> &namespaces, kube::Timestamp now);
/** `kubectl events`: sorted by last time, intervals as in describe. */
[[nodiscard]] QString eventsCommandTable(QList<kube::EventPtr> events, kube::Timestamp now, bool allNamespaces);

/** READINESS GATES cell: `1/2` or `<none>`. */
[[nodiscard]] QString readinessGates(const kube::Pod &pod);

}  // namespace report
