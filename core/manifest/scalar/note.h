// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/place.h"
#include "manifest/scalar/scalar.h"

#include <QString>

namespace manifest {

/** A scalar that the API server sees otherwise than it looks to a person. No fault: it is sent as it is. */
struct Note {
    enum class Trap {
        Boolean,     ///< `no`, `on`, `y`
        Null,        ///< `~`
        Empty,       ///< a key with nothing after it, which is null; the place is the key's
        Octal,       ///< `0777` is 511
        OtherBase,   ///< `0x10`, `0b11`, `0o7`
        Digits,      ///< a number that is written otherwise: `1.10`, `1e3`, `1_000`, `08`, `+1`
        Wide,        ///< an integer beyond 63 bits, which kubectl and the server round
        Date,        ///< `2024-01-01` stays text
        Clock,       ///< `12:30` stays text, though YAML 1.1 counts it by sixties
        NearWord,    ///< `yEs`, `nULL` are text
        NearNumber,  ///< `1e400`, `0o8` are text
        Key,         ///< a key that is no text: `on:` is the key "true"
        Binary,      ///< `!!binary` is what its Base64 means
    };
    Trap trap = Trap::Boolean;
    Place place;
    int length = 0;    ///< UTF-16 units from there
    QString written;   ///< as it stands
    QString seen;      ///< the JSON that the API server sees
    int document = 0;  ///< from 0: the document it stands in

    /** An English sentence with %1 for `written`, %2 for `seen`; translate("manifest", pattern). */
    [[nodiscard]] const char *pattern() const;
    /** The sentence in English, one line. */
    [[nodiscard]] QString message() const;
    bool operator==(const Note &) const = default;
};

/** What is to be said of a plain scalar without a tag, if anything; without place and document. */
[[nodiscard]] std::optional<Note> noteOf(const QByteArray &written, const Scalar &meaning, bool isKey);

}  // namespace manifest
