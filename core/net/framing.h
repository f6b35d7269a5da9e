// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace net {

/**
 * Cuts a stream of bytes into complete JSON objects, whatever way the bytes were split on arrival.
 * Knows strings, escapes and braces only; never reads what is inside. One frame is at most `limit` bytes; what is held
 * is at most twice the unfinished frame and what arrived last.
 */
class Framing {
public:
    enum class Next {
        Frame,     ///< `frame` is set
        NeedMore,  ///< append more bytes
        TooLong,   ///< a frame larger than the limit: the stream cannot be used any more
        Garbage,   ///< something between frames that is not an object: likewise
    };

    static constexpr qsizetype DefaultLimit = 32 * 1024 * 1024;
    /** Bytes that are always readable behind a frame, as JSON parsers want. */
    static constexpr qsizetype Padding = 64;

    explicit Framing(qsizetype limit = DefaultLimit);

    void append(QByteArrayView bytes);
    /** The next complete object; `frame` stays valid until the next append. */
    [[nodiscard]] Next next(QByteArrayView &frame);
    /** True if a frame has begun and not ended: a stream that ends now was cut. */
    [[nodiscard]] bool hasPartial() const;
    void clear();
    /** Bytes of memory held. */
    [[nodiscard]] qsizetype held() const { return m_buffer.capacity(); }

private:
    void dropConsumed();
    [[nodiscard]] Next scan();

    qsizetype m_limit;
    QByteArray m_buffer;
    qsizetype m_size = 0;   ///< used bytes of the buffer; padding follows
    qsizetype m_begin = 0;  ///< where the current frame begins
    qsizetype m_at = 0;     ///< next byte to look at
    qsizetype m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_first = true;  ///< nothing seen yet: a byte order mark is allowed
    Next m_broken = Next::NeedMore;
};

}  // namespace net
