// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "models/snapshot.h"

#include <functional>

namespace views {

/** The cluster that a text is meant for, as far as the editor may look into it. Read where it is used, never kept. */
struct Ground {
    QString cluster;                    ///< which one it is; empty: none
    command::Client *client = nullptr;  ///< null: not connected
    const models::Snapshot *snapshot = nullptr;
    QString ns;  ///< where documents go that name no namespace
};
using AskGround = std::function<Ground()>;

}  // namespace views
