// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "kube/version.h"

#include <QJsonObject>

namespace cli {

// Commands that need no cluster and read no kubeconfig (but `yaml --schema cluster`). Each prints and gives the exit
// code.

/** `image REF [--kubelet VERSION] [-o json]`: what a reference means. That it means nothing is an answer, too. */
int image(const Arguments &arguments);
/** `parse-event`: Event JSON on standard input, one a line; one line of JSON for each. 1 if a line was no event. */
int parseEvent(const Arguments &arguments);
/** `yaml FILE... [--split | --notes] [--schema FILE|bundled|cluster]`: each document as the JSON that kubectl makes of
 * it, one a line. 1 if there was an error.
 */
int yaml(const Arguments &arguments);

/** What `image` prints: the keys of tests/data/pull/image-ref.json. */
[[nodiscard]] QJsonObject imageAnswer(const QString &text, kube::Version version);
/** What `parse-event` prints for a line: the keys of event-message.json, `eventKind`, and the category of a failure. */
[[nodiscard]] QJsonObject eventAnswer(const QByteArray &line);

}  // namespace cli
