// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/node.h"
#include "kube/slim/slimpod.h"
#include "kube/table.h"
#include "kube/version.h"

namespace report {

// The tables that a server of that version makes, all columns, rows in the given order; ages against `now`.
// Source: kubernetes pkg/printers/internalversion.

/** Pods: NAME to READINESS GATES. */
[[nodiscard]] kube::Table podTable(const QList<kube::PodPtr> &pods, kube::Timestamp now, kube::Version server = {});
/** Events: LAST SEEN to NAME. */
[[nodiscard]] kube::Table eventTable(const QList<kube::EventPtr> &events, kube::Timestamp now,
                                     kube::Version server = {});
[[nodiscard]] kube::Table nodeTable(const QList<kube::NodePtr> &nodes, kube::Timestamp now);
[[nodiscard]] kube::Table namespaceTable(const QList<kube::NamespacePtr> &namespaces, kube::Timestamp now);
/** `kubectl events`: sorted by last time, intervals as in describe. */
[[nodiscard]] kube::Table eventsCommandTable(QList<kube::EventPtr> events, kube::Timestamp now,
                                             kube::Version kubectl = {});

/** READINESS GATES cell: `1/2` or `<none>`. */
[[nodiscard]] QString readinessGates(const kube::Pod &pod);
[[nodiscard]] QString readinessGates(const kube::SlimPod &pod);

/** How `kubectl get` was asked to print. */
struct PrintOptions {
    bool wide = false;              ///< -o wide: columns of every priority
    bool namespaces = false;        ///< -A: a NAMESPACE column first
    bool headers = true;            ///< no --no-headers
    bool labels = false;            ///< --show-labels: a LABELS column last
    QStringList labelColumns = {};  ///< -L, in order
    QString kind = {};  ///< put before the name, `pod/`, where it is not empty: --show-kind or several kinds
    bool cut = true;    ///< a cell ends at its first line end: what `get` does and `events` does not
};

/** The text; empty for a table without rows. Source: cli-runtime pkg/printers tableprinter.go. */
[[nodiscard]] QString print(const kube::Table &table, const PrintOptions &options);

}  // namespace report
