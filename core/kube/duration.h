// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QString>

#include <chrono>
#include <optional>

namespace kube {

/** How kubectl prints an age: `5m`, `3h20m`, `12d`. Source: apimachinery pkg/util/duration HumanDuration. */
[[nodiscard]] QString humanDuration(std::chrono::nanoseconds duration);

/** humanDuration(now - since), or `<unknown>` where `since` is null. */
[[nodiscard]] QString age(Timestamp since, Timestamp now);

/** Reads Go's time.Duration text (`15.4s`, `1m3.5s`, `300ms`); nothing where the text is not one. */
[[nodiscard]] std::optional<std::chrono::nanoseconds> parseGoDuration(QStringView text);

/** Writes Go's time.Duration text. */
[[nodiscard]] QString goDuration(std::chrono::nanoseconds duration);

}  // namespace kube
