// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "cli/read/source.h"

namespace cli {

/** What get, describe and events share: in which namespace, at which moment, by whose rules. */
struct Reading {
    /** --now, --as-of, -n and -A of the command line before what the source says. */
    Reading(Console &console, Source &source);

    QString ns;  ///< empty: all of them
    kube::Timestamp now;
    kube::Version server;   ///< whose tables
    kube::Version kubectl;  ///< whose words
};

}  // namespace cli
