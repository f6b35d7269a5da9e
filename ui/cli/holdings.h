// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/cluster.h"

#include <QJsonObject>

#include <optional>

namespace cli {

/** `pods`, `events`, `nodes`, `namespaces`. */
[[nodiscard]] QString nameOf(mirror::Kind kind);
[[nodiscard]] std::optional<mirror::Kind> kindOf(QStringView name);
/** The state of one kind. */
[[nodiscard]] const mirror::State &stateOf(const mirror::States &states, mirror::Kind kind);
/** `Live`, `Stale`, ... as the phases are called. */
[[nodiscard]] QString nameOf(mirror::State::Phase phase);

/** One kind as `gantryctl mirror --dump` writes it: state, asOf, undecodable, missing, objects sorted by key. */
[[nodiscard]] QJsonObject toJson(const mirror::State &state, const mirror::Holdings &holdings);
[[nodiscard]] QJsonObject toJson(const mirror::Counters &counters);

/** Writes a file whole or not at all; an Error of kind File names it. */
[[nodiscard]] kube::Result<void> writeWhole(const QString &path, const QByteArray &bytes);

}  // namespace cli
