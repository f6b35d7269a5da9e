// SPDX-License-Identifier: Apache-2.0
// Benchmarks: each prints its figure with a peer's of the same run, as one JSON line.
#include "bench/stopwatch.h"

int main()
{
    bench::decodeBench(10'000);
    bench::netBench(10'000);
#ifdef WITH_MODELS
    bench::modelBench(10'000);
#endif
    return 0;
}
