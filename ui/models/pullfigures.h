// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace models {

/** The arithmetic of one registry's or node's pulls. */
class PullFigures {
public:
    using Nanoseconds = std::chrono::nanoseconds;

    /** `time` without the queue where the kubelet tells it; `bytes` of the whole image, as it is stored. */
    void addPull(std::optional<Nanoseconds> time, std::optional<qint64> bytes);
    void addFailures(const QString &category, int count);
    void add(const PullFigures &others);

    [[nodiscard]] int pulls() const { return m_pulls; }
    [[nodiscard]] int failures() const { return m_failures; }
    /** By nearest rank of the pulls with a known time: the smallest time that `percent` of them do not exceed. */
    [[nodiscard]] std::optional<Nanoseconds> percentile(int percent) const;
    /** Image bytes a second over all pulls that tell both. Layers that were there already make it look faster. */
    [[nodiscard]] std::optional<double> throughput() const;
    /** Categories and how often, the most frequent first, equal ones by name. */
    [[nodiscard]] QList<std::pair<QString, int>> causes() const;
    bool operator==(const PullFigures &) const = default;

private:
    int m_pulls = 0;
    int m_failures = 0;
    QList<qint64> m_times;  ///< nanoseconds
    qint64 m_bytes = 0;
    Nanoseconds m_byteTime{0};
    QHash<QString, int> m_causes;
};

}  // namespace models
