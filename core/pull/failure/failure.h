// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>

namespace pull {

/** One rule of the ordered classifier: a category, a detail of it and the texts that mean it. */
struct FailureRule {
    const char *category;
    const char *detail;
    const char *pattern;
};

/** Whether trying again, with nothing else changed, can work. */
enum class RetryHelps { Unknown, No, Sometimes, Later, Yes };

/** What a category means for people, and what to do. English source text, translated in context `pull`. */
struct FailureAdvice {
    const char *category;
    const char *meaning;
    const char *advice;
    RetryHelps retry;
    const char *retryHelps;  ///< the same in words: `if transient`
};

extern const std::array<FailureRule, 36> FailureRules;
extern const std::array<FailureAdvice, 32> FailureAdvices;

struct Failure {
    QString category;  ///< `not-found`, ...; `unknown` where no rule fits
    QString detail;
    QString grpcCode;  ///< of a `rpc error: code = X` prefix; empty if none
};

/**
 * Classifies the text of a failed pull (event after `Failed to pull image "x": `, or a waiting message).
 * `image` is the pod's own reference; what it and quoted words or URLs say is not evidence.
 */
[[nodiscard]] Failure classifyFailure(const QString &text, const QString &image = {});

/** Meaning and advice of a category; the unknown one for any other text. */
[[nodiscard]] const FailureAdvice &adviceFor(const QString &category);

}  // namespace pull
