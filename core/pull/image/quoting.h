// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pull {

/** Text in Go's double quotes, as `%q` prints it: the kubelet quotes every image name so. Source: strconv.Quote. */
[[nodiscard]] QString goQuoted(QStringView text);

/** What stands between such quotes, with its escapes resolved; an escape that Go has not stays as it is. */
[[nodiscard]] QString goUnquoted(QStringView inner);

}  // namespace pull
