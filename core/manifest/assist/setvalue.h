// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/fixes.h"

#include <QJsonValue>

namespace manifest {

/** A value written into a text, and what the document says then. */
struct Written {
    Edit edit;  ///< of the text, in one line
    QByteArray json;
};

/**
 * Gives a field, named as server-side apply does, another value: a word, a number, a truth or null, where the text has
 * one in the line of its key. `document` is one of `text` as it is now. Nothing where that cannot be, or where the text
 * would then say anything else otherwise than before. Pure.
 */
[[nodiscard]] std::optional<Written> setValue(const QString &text, const Document &document, const QString &field,
                                              const QJsonValue &value);

}  // namespace manifest
