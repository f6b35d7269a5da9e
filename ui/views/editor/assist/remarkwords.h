// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/explain.h"
#include "manifest/assist/remark.h"

#include <QCoreApplication>

namespace views {

/** What is said of a text, in the user's language; one line each, plain text. */
class RemarkWords {
    Q_DECLARE_TR_FUNCTIONS(views::RemarkWords)

public:
    /** `Error`, `Warning`, `Note`. */
    [[nodiscard]] static QString word(manifest::Remark::Severity severity);
    /** The sentence, what was perhaps meant, and by which schema: without the severity. */
    [[nodiscard]] static QString sentence(const manifest::Remark &remark, const QString &release);
    /** `Error: unknown field "x"`. */
    [[nodiscard]] static QString whole(const manifest::Remark &remark, const QString &release);
    /** `the cluster's schema`, `the bundled schema of Kubernetes v1.32`; empty where there is none. */
    [[nodiscard]] static QString basis(manifest::Remark::Basis basis, const QString &release);
    /** As `kubectl explain` tells it, and whether it can be changed. */
    [[nodiscard]] static QString explanation(const manifest::Explanation &told, const QString &release, bool brief);
};

}  // namespace views
