// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <utility>

namespace net {

/**
 * Reads one HTTP/1.1 answer (RFC 9112) from bytes, whatever way they were split on arrival. Interim answers (100, 103)
 * are passed over, trailers are dropped; what is no HTTP, or says two things of its length, is Broken. Pure.
 */
class Answer {
public:
    enum class State {
        Head,   ///< the head has not ended yet
        Body,   ///< more of the body may follow
        Whole,  ///< all of it came, in order
        Broken  ///< cannot be read: `fault`
    };

    static constexpr qsizetype HeadLimit = 256 * 1024;  ///< bytes of all headers, or of all trailers

    /** Takes a piece of `bytes` and returns its length; `body` is the part of it that belongs to the body. */
    [[nodiscard]] qsizetype take(QByteArrayView bytes, QByteArrayView &body);
    /** The peer closed. Whole if that is how this answer ends. */
    State close();

    [[nodiscard]] State state() const { return m_state; }
    /** 0 until the head has ended. */
    [[nodiscard]] int status() const { return m_state == State::Head ? 0 : m_status; }
    /** True once a byte came, be it of an interim answer. */
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /** The header's values, joined by ", " as RFC 9110 5.3 has it; `name` in lower case. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /** True if the connection can carry another request after it. */
    [[nodiscard]] bool keepsAlive() const { return m_keepsAlive && m_state == State::Whole; }
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    enum class Part { StatusLine, Header, Counted, UntilClose, ChunkSize, Chunk, ChunkEnd, Trailer };

    void takeLine();
    void readStatusLine(QByteArrayView line);
    void readHeader(QByteArrayView line);
    void endHead();
    void readLength();
    void readChunkSize(QByteArrayView line);
    void breakWith(const QString &fault);

    State m_state = State::Head;
    Part m_part = Part::StatusLine;
    QByteArray m_line;  ///< a line that has not ended yet
    qsizetype m_headSize = 0;
    int m_interims = 0;
    int m_status = 0;
    bool m_hasBegun = false;
    bool m_keepsAlive = true;
    quint64 m_left = 0;  ///< of the body or of this chunk
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QString m_fault;
};

}  // namespace net
