// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mirror {

/**
 * Gives the system the pages back that are free in this process' heap, as after a list of 100,000 pods: the C library
 * keeps them for later. Cost: milliseconds, in which other threads may have to wait for an allocation. Elsewhere than
 * with glibc it does nothing.
 */
void returnFreePages();

}  // namespace mirror
