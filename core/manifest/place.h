// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace manifest {

/** Where something stands in a text; both count from 1, 0 means unknown. Columns count UTF-16 units. */
struct Place {
    int line = 0;
    int column = 0;
    bool operator==(const Place &) const = default;
};

}  // namespace manifest
