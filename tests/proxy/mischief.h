// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <random>

namespace support {

/** What a proxy does to one connection, counted in bytes from the server to the client. */
struct Mischief {
    enum class Kind {
        None,     ///< everything passes
        Fin,      ///< the connection ends in order, in the middle
        Reset,    ///< it ends with RST
        Stall,    ///< nothing passes for `pause`, then everything
        Slice,    ///< the next `length` bytes leave one by one
        Delay,    ///< each piece leaves `pause` later
        Swallow,  ///< half-open: both ends stay open and nothing passes any more, either way
        Refuse,   ///< reset as soon as it is there
    };
    Kind kind = Kind::None;
    qint64 after = 0;                    ///< bytes that pass first
    qint64 length = 0;                   ///< of Slice
    std::chrono::milliseconds pause{0};  ///< of Stall and Delay
    bool operator==(const Mischief &) const = default;
};

/** Reads `rst`, `fin@4096`, `slice@0:4096`, `stall@100:2s`, `delay@0:150ms`, `swallow@1`, `refuse`, `none`. */
[[nodiscard]] std::expected<Mischief, QString> parseMischief(const QString &text);

/** Random mischief from a seed: the same seed, the same row of mischief. */
class Dice {
public:
    /** `rate`: how many connections of one hundred meet something. */
    Dice(quint32 seed, int rate) : m_engine(seed), m_rate(rate) {}
    [[nodiscard]] Mischief roll();
    /** Evenly from `low` to `high`, both included. */
    [[nodiscard]] int between(int low, int high) { return std::uniform_int_distribution(low, high)(m_engine); }

private:
    std::mt19937 m_engine;
    int m_rate;
};

}  // namespace support
