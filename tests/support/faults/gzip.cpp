// SPDX-License-Identifier: Apache-2.0
#include "support/faults/gzip.h"

#include <algorithm>
#include <zlib.h>

namespace support {

namespace {

/** Feeds `plain` `times` times into one member. */
QByteArray member(QByteArrayView plain, qint64 times, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("no zlib");
    QByteArray packed;
    QByteArray room(64 * 1024, Qt::Uninitialized);
    for (qint64 i = 0; i < times; ++i) {
        const bool isLast = i + 1 == times;
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
        stream.avail_in = static_cast<uInt>(plain.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(room.data());
            stream.avail_out = static_cast<uInt>(room.size());
            deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH);
            packed.append(room.constData(), room.size() - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

}  // namespace

QByteArray gzip(QByteArrayView plain, int level)
{
    return member(plain, 1, level);
}

QByteArray gzipEach(const QList<QByteArray> &pieces)
{
    QByteArray all;
    for (const QByteArray &piece : pieces)
        all += gzip(piece);
    return all;
}

QByteArray gzipBomb(qint64 size)
{
    const QByteArray block(1024 * 1024, ' ');
    return member(block, std::max<qint64>(1, size / block.size()), 9);
}

}  // namespace support
