// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace net {

/**
 * Unpacks gzip (RFC 1952) as it arrives: any number of members one after the other, cut anywhere, each check sum
 * checked. Never holds more than 64 KiB, whatever the ratio; the caller counts what came out. Kubernetes 1.37 writes a
 * member for each flush of a watch.
 */
class Inflate {
public:
    enum class Step {
        Piece,  ///< `out` holds bytes: call again with what is left
        Done,   ///< `in` is used up
        Broken  ///< no gzip, a wrong check sum, or junk behind it
    };

    Inflate();
    ~Inflate();
    Inflate(const Inflate &) = delete;
    Inflate &operator=(const Inflate &) = delete;

    /** Takes from the front of `in`; `out` is valid until the next call. */
    [[nodiscard]] Step next(QByteArrayView &in, QByteArrayView &out);
    /** True if a member has begun and not ended, or none came at all: an answer that ends now was cut. */
    [[nodiscard]] bool isPartial() const { return !m_isBetween || !m_hasMember; }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_room;
    bool m_isBetween = true;
    bool m_hasMember = false;
    bool m_isBroken = false;
};

}  // namespace net
