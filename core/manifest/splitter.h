// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

namespace manifest {

/** One stretch of a text that is read as one document. */
struct Chunk {
    QByteArray text;  ///< UTF-8, line ends LF
    int firstLine = 1;
    int lastLine = 1;
    bool json = false;  ///< a value of a JSON stream, to be sent as it is written
};

/** The documents of a text; an error ends it, and what stood before it remains. */
struct Split {
    QList<Chunk> chunks;
    std::optional<Problem> trouble;
};

/** Cuts as kubectl 1.33 and later does. Source: apimachinery pkg/util/yaml, YAMLOrJSONDecoder and YAMLReader. */
[[nodiscard]] Split split(const QByteArray &utf8);

}  // namespace manifest
