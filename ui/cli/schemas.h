// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "manifest/assist/shelf.h"
#include "manifest/documents.h"

namespace cli {

/** What documents are checked by: `bundled`, `cluster`, or a file with a server's OpenAPI document. */
class Schemas {
public:
    /** Reads it; `cluster` connects as every command does. Nothing is read of an empty name. */
    [[nodiscard]] static kube::Result<Schemas> open(const Arguments &arguments);

    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    /**
     * All that there is to say of what was read, as the window says it: problems and notes of the text, what is against
     * the schemas, versions that are gone, and, of `cluster`, what cannot be changed in the object that is there.
     */
    [[nodiscard]] QList<manifest::Remark> remarksOn(const manifest::Parsed &parsed) const;

private:
    [[nodiscard]] QList<manifest::Remark> remarksOnLive(const manifest::Document &document) const;

    bool m_isEmpty = true;
    manifest::Shelf m_shelf;
    std::shared_ptr<Console> m_console;  ///< of `cluster` only
};

}  // namespace cli
