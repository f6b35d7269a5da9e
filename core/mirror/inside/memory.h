// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mirror {

/**
 * Gives the system the pages back that are free in this process' heap, as after a list of 100,000 pods: the C library
 * keeps them for later. Of the calling thread's own heap also its free end; and from the first call on, the ends of all
 * heaps go back as they become free, and buffers of more than a fixed size at once. Cost: milliseconds, in which other
 * threads may have to wait for an allocation. Elsewhere than with glibc it does nothing.
 */
void returnFreePages();

}  // namespace mirror
