// SPDX-License-Identifier: Apache-2.0
// Benchmarks: each prints its figure with a peer's of the same run, as one JSON line.
#include "bench/stopwatch.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    bench::decodeBench(10'000);
    bench::netBench(10'000);
    bench::streamBench();
#ifdef WITH_MODELS
    bench::modelBench(10'000);
#endif
    return 0;
}
