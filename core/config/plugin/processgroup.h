// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace config {

/** Makes a process that is not started yet the leader of a session of its own: no terminal, one group to end it with.
 */
void leadOwnGroup(QProcess &process);

/** Ends the process and all that it started and that did not leave its group, at once; waits for it at most 1 s. */
void killGroup(QProcess &process);

}  // namespace config
