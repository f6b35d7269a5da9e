// SPDX-License-Identifier: Apache-2.0
#include "net/bytes/inflate.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace net {

struct Inflate::Stream {
    z_stream z{};
};

namespace {
constexpr qsizetype Room = 64 * 1024;
constexpr int GzipOnly = 15 + 16;
}  // namespace

Inflate::Inflate() : m_stream(std::make_unique<Stream>()), m_room(Room, Qt::Uninitialized)
{
    m_isBroken = inflateInit2(&m_stream->z, GzipOnly) != Z_OK;
}

Inflate::~Inflate()
{
    inflateEnd(&m_stream->z);
}

Inflate::Step Inflate::next(QByteArrayView &in, QByteArrayView &out)
{
    out = {};
    z_stream &z = m_stream->z;
    while (!m_isBroken) {
        if (m_isBetween && in.isEmpty())
            return Step::Done;
        if (m_isBetween)
            inflateReset(&z);
        m_isBetween = false;
        const qsizetype size = std::min<qsizetype>(in.size(), std::numeric_limits<uInt>::max());
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
        z.avail_in = static_cast<uInt>(size);
        z.next_out = reinterpret_cast<Bytef *>(m_room.data());
        z.avail_out = static_cast<uInt>(Room);
        const int result = inflate(&z, Z_NO_FLUSH);
        in = in.sliced(size - static_cast<qsizetype>(z.avail_in));
        m_isBetween = result == Z_STREAM_END;
        m_hasMember = m_hasMember || m_isBetween;
        // Z_BUF_ERROR only says that nothing could be done now.
        m_isBroken = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
        if (m_isBroken)
            break;
        out = QByteArrayView(m_room).first(Room - static_cast<qsizetype>(z.avail_out));
        if (!out.isEmpty())
            return Step::Piece;
        if (in.isEmpty())
            return Step::Done;
    }
    return Step::Broken;
}

}  // namespace net
