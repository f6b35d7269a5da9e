// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace mirror {

/** The kinds of object that a cluster mirrors, in the order in which they matter to the user. */
enum class Kind { Pods, Events, Nodes, Namespaces };

inline constexpr std::array AllKinds{Kind::Pods, Kind::Events, Kind::Nodes, Kind::Namespaces};

/** Pods and events live in namespaces; nodes and namespaces do not. */
[[nodiscard]] constexpr bool isNamespaced(Kind kind)
{
    return kind == Kind::Pods || kind == Kind::Events;
}

}  // namespace mirror
