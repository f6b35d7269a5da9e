// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace support {

/** One gzip member (RFC 1952) of `plain`; level 1 is what the API server uses. */
[[nodiscard]] QByteArray gzip(QByteArrayView plain, int level = 1);

/** A member of its own for each piece, one after the other, as a 1.37 server writes a watch. */
[[nodiscard]] QByteArray gzipEach(const QList<QByteArray> &pieces);

/** A small gzip member that holds `size` spaces, made without holding them. */
[[nodiscard]] QByteArray gzipBomb(qint64 size);

}  // namespace support
