// SPDX-License-Identifier: Apache-2.0
#include "cli/read/reading.h"

namespace cli {

Reading::Reading(Console &console, Source &source)
{
    const Arguments &arguments = console.arguments();
    if (!arguments.allNamespaces)
        ns = arguments.ns.isEmpty() ? source.defaultNamespace() : arguments.ns;
    now = arguments.now.isEmpty() ? source.now() : kube::Timestamp::parse(arguments.now);
    kubectl = kube::Version::parse(arguments.asOf).value_or(kube::Version());
    server = arguments.asOf.isEmpty() ? source.server() : kubectl;
}

}  // namespace cli
