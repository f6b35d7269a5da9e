// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pull {

/** What a story's category means for people, and what to do. English source text, translated in context `pull`. */
struct Cause {
    const char *category;
    const char *meaning;
    const char *advice;
};

/** Of a category of a failed pull or a reason of the kubelet, the scheduler or the runtime; the unknown one otherwise.
 */
[[nodiscard]] Cause causeOf(const QString &category);

}  // namespace pull
