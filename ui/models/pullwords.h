// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/podpull.h"

#include <QCoreApplication>
#include <QString>

namespace models {

/** What tables say of image pulls, in as few words as a cell has room for. */
class PullWords {
    Q_DECLARE_TR_FUNCTIONS(models::PullWords)

public:
    /** `pulled 15.4s`, `on node`, `pulling 12s`, `waiting`, `failed`, `unknown`. */
    [[nodiscard]] static QString verdict(const PodPull &pull, kube::Timestamp now);
    /** What that means, in a sentence. */
    [[nodiscard]] static QString explanation(PodPull::State state);
    /** A failure category or waiting reason in words: `not found`, `name not resolved`; empty for empty. */
    [[nodiscard]] static QString cause(const QString &category);
    /** A sentence of what it means; empty where there is none. */
    [[nodiscard]] static QString meaning(const QString &category);
    /** `640ms`, `15.4s`, `3m20s`, as the kubelet and kubectl write durations. */
    [[nodiscard]] static QString duration(std::chrono::nanoseconds time);
    /** `187.3 MiB`; empty for nothing. */
    [[nodiscard]] static QString size(qint64 bytes);
};

}  // namespace models
