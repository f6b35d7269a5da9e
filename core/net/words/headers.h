// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace net {

/**
 * The texts of `Warning: 299 - "text"` headers, each once; other codes are passed over. Lenient with what is not well
 * formed; control characters and broken UTF-8 are dropped; 4,096 characters together at most, each cut to 256 where
 * that is exceeded. Source: apiserver endpoints/filters/warning.go.
 */
[[nodiscard]] QList<QString> warningTexts(const QByteArray &header);

/**
 * Reads Retry-After, seconds or an HTTP date seen from `now`, and keeps it between 1 and 60 s; nothing where it is
 * neither.
 */
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, kube::Timestamp now);

/** Reads an HTTP date in any of the three forms of RFC 9110 5.6.7; null where it is none. */
[[nodiscard]] kube::Timestamp httpDate(const QByteArray &header);

}  // namespace net
