// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/reply.h"

#include <optional>

namespace practice {

/** What the server says about itself: /version, /healthz, /api, /apis, /api/v1, /openapi. Nothing for another path. */
[[nodiscard]] std::optional<Reply> describeServer(const QString &path);
/** Whether a path of describeServer() is open to callers without a token, as on a real cluster. */
[[nodiscard]] bool isPublic(const QString &path);

}  // namespace practice
