// SPDX-License-Identifier: Apache-2.0
// Any bytes as a stream, in pieces of any size: the same frames as in one piece, and never one over the limit.
#include "fuzz/require.h"
#include "net/framing.h"

#include <QList>

using fuzz::require;
using net::Framing;

namespace {

constexpr qsizetype Limit = 512;

struct Seen {
    QByteArrayList frames;
    Framing::Next last = Framing::Next::NeedMore;
    bool hasPartial = false;
    bool operator==(const Seen &) const = default;
};

/** Takes what is ready; false: the stream is of no more use. */
bool drain(Framing &framing, Seen &seen)
{
    QByteArrayView frame;
    while ((seen.last = framing.next(frame)) == Framing::Next::Frame) {
        require(frame.size() <= Limit && frame.startsWith('{'), "a frame is short and begins as an object");
        volatile char padding = 0;
        for (qsizetype i = 0; i < Framing::Padding; ++i)
            padding = frame.data()[frame.size() + i];
        (void)padding;
        seen.frames << frame.toByteArray();
    }
    return seen.last == Framing::Next::NeedMore;
}

Seen cut(QByteArrayView bytes, qsizetype piece)
{
    Framing framing(Limit);
    Seen seen;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        framing.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        if (!drain(framing, seen))
            break;
    }
    seen.hasPartial = framing.hasPartial();
    return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView stream = fuzz::view(bytes + 1, size - 1);
    const Seen whole = cut(stream, stream.size());
    require(cut(stream, 1) == whole, "bytes one by one give the same frames");
    require(cut(stream, 2 + bytes[0]) == whole, "pieces of any size give the same frames");
    return 0;
}
