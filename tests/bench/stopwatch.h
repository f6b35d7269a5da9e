// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace bench {

/** The median of `runs` runs, in milliseconds; the first run is a warm-up and does not count. */
template <class Work>
double median(int runs, Work work)
{
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - begin;
        if (i > 0)
            times.push_back(passed.count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

/** One figure as a JSON line: ours, a peer's of the same run, and their ratio (below 1: ours is faster). */
inline void print(const char *figure, int pods, double ours, const char *peer, double theirs)
{
    QJsonObject line;
    line.insert(QStringLiteral("figure"), QString::fromLatin1(figure));
    line.insert(QStringLiteral("pods"), pods);
    line.insert(QStringLiteral("ms"), ours);
    line.insert(QStringLiteral("peer"), QString::fromLatin1(peer));
    line.insert(QStringLiteral("peerMs"), theirs);
    line.insert(QStringLiteral("ratio"), ours / theirs);
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void decodeBench(int pods);
void netBench(int pods);
void streamBench();
void modelBench(int pods);

}  // namespace bench
