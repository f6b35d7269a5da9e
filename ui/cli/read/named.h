// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/read/source.h"

namespace cli {

struct Arguments;

/** An object that a document names. */
struct Named {
    kube::Resource resource;
    QString ns;  ///< empty: its kind has none
    QString name;
};

/** What the files of a command name, in order, and what of them could not be read. */
struct NamedObjects {
    QList<Named> objects;
    QList<kube::Error> errors;
    bool isOneFile = false;  ///< then one object of it is printed alone, not as a list
};

/** The objects that the command's `-f`s name; the error is of the command line itself, in kubectl's words. */
[[nodiscard]] kube::Result<NamedObjects> namedInFiles(Source &source, const Arguments &arguments);

}  // namespace cli
