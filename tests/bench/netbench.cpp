// SPDX-License-Identifier: Apache-2.0
#include "bench/listbytes.h"
#include "bench/stopwatch.h"
#include "decode/reader.h"
#include "net/framing.h"

#include <limits>

namespace bench {

/** What finding the end of an object costs, beside what reading it costs. */
void netBench(int pods)
{
    constexpr qsizetype Piece = 64 * 1024;
    const QByteArray bytes = podList(pods);
    const double ours = median(5, [&] {
        net::Framing framing(std::numeric_limits<qsizetype>::max() / 2);
        QByteArrayView frame;
        net::Framing::Next next = net::Framing::Next::NeedMore;
        for (qsizetype at = 0; at < bytes.size(); at += Piece) {
            framing.append(QByteArrayView(bytes).sliced(at, std::min(Piece, bytes.size() - at)));
            next = framing.next(frame);
        }
        if (next != net::Framing::Next::Frame || frame.size() != bytes.size())
            qFatal("the list was not framed");
    });
    const double theirs = median(5, [&] {
        decode::Reader reader;
        if (!reader.list<kube::SlimPod>(bytes))
            qFatal("the list was not read");
    });
    print("frame a pod list", pods, ours, "decoding it", theirs);
}

}  // namespace bench
