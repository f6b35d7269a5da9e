// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace command {

/**
 * The fields of a sent object that are missing in what the server made of it, as paths (`spec.containers[0].ports`), at
 * most 20. Servers before 1.25 drop what they do not know without a word (KEP-2885); this is how it shows. Left out is
 * what servers drop by right: status, write-only fields, and empty values.
 */
[[nodiscard]] QList<QString> notKept(const QByteArray &sent, const QByteArray &answered);

}  // namespace command
