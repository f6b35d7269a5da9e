// SPDX-License-Identifier: Apache-2.0
// What stands around every message of the API: private to core/decode.
#pragma once

#include "decode/protobuf/message.h"
#include "kube/error.h"

#include <QByteArrayView>

#include <optional>

namespace decode {

/** Whether an answer is `application/vnd.kubernetes.protobuf`. Its first four bytes say so, and no JSON begins like
 * that. */
[[nodiscard]] bool isProtobuf(QByteArrayView body);

/** A runtime.Unknown. Source: apimachinery runtime/generated.proto. */
struct Envelope {
    std::string_view apiVersion;
    std::string_view kind;
    std::string_view message;  ///< into the bytes that were opened
};
/** Throws protozero::exception where it is broken or packed once more. */
[[nodiscard]] Envelope opened(QByteArrayView body);

/** The error that a metav1.Status tells; nothing where it is none, or cannot be read. */
[[nodiscard]] std::optional<kube::Error> protobufStatus(QByteArrayView body);

}  // namespace decode
