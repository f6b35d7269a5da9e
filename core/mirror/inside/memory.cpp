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
    malloc_trim(0);
#endif
}

}  // namespace mirror
