// SPDX-License-Identifier: Apache-2.0
#include "bench/listbytes.h"
#include "bench/stopwatch.h"
#include "decode/reader.h"

namespace bench {

void decodeBench(int pods)
{
    const QByteArray bytes = podList(pods);
    const double ours = median(5, [&] {
        decode::Reader reader;
        const auto list = reader.list<kube::SlimPod>(bytes);
        if (!list || list->items.size() != pods)
            qFatal("the list was not read");
    });
    const double theirs = median(3, [&] {
        if (QJsonDocument::fromJson(bytes).isNull())
            qFatal("the list was not read");
    });
    print("decode a pod list", pods, ours, "QJsonDocument, parse alone", theirs);
}

}  // namespace bench
