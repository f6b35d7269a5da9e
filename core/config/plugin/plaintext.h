// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace config {

/**
 * What a foreign program said, fit to be shown: no terminal sequences, no control or other invisible characters but
 * line breaks, no word that may be a token or a key (`***` instead), the last `limit` characters at most.
 */
[[nodiscard]] QString plainText(const QByteArray &said, qsizetype limit);

}  // namespace config
