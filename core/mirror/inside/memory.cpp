// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace mirror {

void returnFreePages()
{
#ifdef __GLIBC__
    // The free end of a thread's own heap is beyond malloc_trim: it is given back by the next large free in that
    // thread, if it is larger than a threshold, which glibc raises to twice the largest buffer that there was.
    constexpr int Least = 256 * 1024;
    mallopt(M_TRIM_THRESHOLD, Least);
    void *volatile last = std::malloc(Least / 2);
    std::free(last);
    malloc_trim(0);
#endif
}

}  // namespace mirror
