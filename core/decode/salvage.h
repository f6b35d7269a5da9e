// SPDX-License-Identifier: Apache-2.0
// What is left of JSON that a parser refuses: private to core/decode.
#pragma once

#include "decode/fields.h"

#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace decode {

/**
 * The members of a JSON object, or the elements of an array, in order, found by brackets and quotes alone: what stands
 * inside a value is not looked at. Nothing where the brackets do not close, or where something stands between values.
 * Bounded by the bytes, never by the depth. Keys are as written, without their quotes.
 */
[[nodiscard]] std::optional<QList<std::pair<QByteArrayView, QByteArrayView>>> members(QByteArrayView object);
[[nodiscard]] std::optional<QList<QByteArrayView>> elements(QByteArrayView array);

/** The value of the last member of that name, as Go takes it; empty where there is none. */
[[nodiscard]] QByteArrayView memberOf(QByteArrayView object, QByteArrayView name);

/** A list answer without its items, `{"kind":..., "items":[]}`, and its items. Nothing where it is no such thing. */
struct OpenedList {
    QByteArray frame;
    QList<QByteArrayView> items;
};
[[nodiscard]] std::optional<OpenedList> openList(QByteArrayView list);

/** Who an object says it is; an empty name where not even that can be read. Broken UTF-8 is read as U+FFFD. */
[[nodiscard]] Tag tagOf(QByteArrayView object, Interner &intern);

}  // namespace decode
