// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace net {

/**
 * Reads one HTTP/1.1 answer from bytes, whatever way they were split on arrival, with llhttp (RFC 9112). Interim
 * answers (100, 103) are passed over, trailers are dropped; what is no HTTP, or says two things of its length, is
 * Broken. Pure.
 */
class Answer {
public:
    enum class State {
        Head,   ///< the head has not ended yet
        Body,   ///< more of the body may follow
        Whole,  ///< all of it came, in order
        Broken  ///< cannot be read: `fault`
    };

    static constexpr qsizetype HeadLimit = 256 * 1024;  ///< bytes of all headers, of all trailers, or of a chunk's line

    Answer();
    Answer(Answer &&) noexcept;
    Answer &operator=(Answer &&) noexcept;
    ~Answer();

    /** Takes a piece of `bytes` and returns its length; `body` is the part of it that belongs to the body. */
    [[nodiscard]] qsizetype take(QByteArrayView bytes, QByteArrayView &body);
    /** The peer closed. Whole if that is how this answer ends. */
    State close();

    [[nodiscard]] State state() const;
    /** 0 until the head has ended. */
    [[nodiscard]] int status() const;
    /** True once a byte came, be it of an interim answer. */
    [[nodiscard]] bool hasBegun() const;
    /** The header's values, joined by ", " as RFC 9110 5.3 has it; `name` in lower case. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /** True if the connection can carry another request after it. */
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] const QString &fault() const;

private:
    struct Reading;
    std::unique_ptr<Reading> m_reading;
};

}  // namespace net
