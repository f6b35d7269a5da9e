// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace net {

/**
 * The last that a thread with sessions does, when none of them is left: OpenSSL keeps errors and random numbers for
 * each thread, and would let go of them only when the thread is gone, which may be later than the process ends.
 */
void leaveThread();

}  // namespace net
