// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/plugin/pluginuse.h"
#include "config/suspicion.h"
#include "style/wording.h"

namespace style {

/** What a kubeconfig wants from its user, in sentences. Names in them are visible, look-alikes are spelled out. */
class AccessWords {
    Q_DECLARE_TR_FUNCTIONS(style::AccessWords)

public:
    /** One sentence about one finding, without the file's name. */
    [[nodiscard]] static QString suspicion(const config::Suspicion &suspicion);
    /** Whether it is worth a line although the user has not just opened that file: it can do harm unasked. */
    [[nodiscard]] static bool isGrave(const config::Suspicion &suspicion);
    /** The command as one would type it: what a shell would split or expand is quoted. For the screen only. */
    [[nodiscard]] static QString commandLine(const QList<QString> &argv);
};

}  // namespace style
