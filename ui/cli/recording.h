// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/event.h"
#include "kube/node.h"
#include "kube/pod.h"

#include <QList>

namespace cli {

/** A cluster at one moment, from files: no cluster and no kubeconfig is needed. */
struct Recording {
    QList<kube::PodPtr> pods;
    QList<kube::EventPtr> events;
    QList<kube::NodePtr> nodes;
    kube::Timestamp now;
};

/**
 * Reads a folder: `pods.json` (a list or one pod) or else `pods.watch.jsonl` (watch frames, one a line), the same for
 * events, `node.json` or `nodes.json`, and `now.txt` (RFC 3339). Of watch frames what came after `now` is left out,
 * what was deleted stays as it last was, and events are there in every version. Without `now.txt` it is the latest time
 * in the files. Missing files are no error, files that cannot be read are.
 */
[[nodiscard]] kube::Result<Recording> readRecording(const QString &folder);

/** The node of that name; null if it was not recorded. */
[[nodiscard]] kube::NodePtr nodeOf(const Recording &recording, const QString &name);

}  // namespace cli
