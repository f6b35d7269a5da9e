// SPDX-License-Identifier: Apache-2.0
// How the room reads JSON: private to core/decode.
#pragma once

#include "decode/evidence.h"
#include "decode/reader.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace decode {

namespace json = simdjson::ondemand;

struct Reader::Parser {
    json::parser parser;
    json::parser second;       ///< for a value inside `buffer` that has to wait for another
    std::vector<char> buffer;  ///< what is read, and padding behind it
    Interner intern;
    kube::Shapes shapes;

    /** A copy with the padding that the parser wants; valid until the next. */
    simdjson::padded_string_view padded(QByteArrayView bytes)
    {
        if (buffer.size() < size_t(bytes.size()) + simdjson::SIMDJSON_PADDING)
            buffer.resize(size_t(bytes.size()) + simdjson::SIMDJSON_PADDING);
        std::ranges::copy(bytes, buffer.begin());
        return simdjson::padded_string_view(buffer.data(), size_t(bytes.size()), buffer.size());
    }
    /** After a last page: what large ones took, several times their size, is not kept for the frames that follow. */
    template <class T>
    void shedAfter(const kube::Result<List<T>> &page)
    {
        constexpr size_t Kept = 1024 * 1024;
        if (!page || !page->meta.continueToken.isEmpty())
            return;
        intern.policyFields = {};
        if (buffer.size() <= Kept)
            return;
        parser = json::parser();
        second = json::parser();
        buffer = std::vector<char>();
    }
};

inline bool isNull(json::value &value)
{
    return value.type().value() == json::json_type::null;
}

/** Calls `use(key, value)` for each member; null stands for an empty object. Later duplicates come later. */
template <class Use>
void each(json::value value, Use use)
{
    if (isNull(value))
        return;
    json::object object = value.get_object().value();  // named: a range-for does not keep it alive before GCC 15
    for (auto field : object) {
        const std::string_view key = field.unescaped_key().value();
        use(key, json::value(field.value().value()));
    }
}

/** Calls `use(value)` for each element; null stands for an empty array. */
template <class Use>
void items(json::value value, Use use)
{
    if (isNull(value))
        return;
    json::array array = value.get_array().value();
    for (auto element : array)
        use(json::value(element.value()));
}

inline std::string_view view(json::value value)
{
    return isNull(value) ? std::string_view() : std::string_view(value.get_string().value());
}
inline QString text(json::value value)
{
    const auto v = view(value);
    return QString::fromUtf8(v.data(), qsizetype(v.size()));
}
/** RFC 3339; quick where it is in whole seconds and UTC, as most are. */
kube::Timestamp time(json::value value);
inline kube::PullPolicy pullPolicy(json::value value)
{
    return pullPolicyOf(view(value));
}
inline bool flag(json::value value)
{
    return !isNull(value) && bool(value.get_bool().value());
}
inline qint64 number(json::value value)
{
    return isNull(value) ? 0 : qint64(value.get_int64().value());
}

/** Go reads a second `metadata` over the first: `held` is what the first gave. */
kube::ObjectMeta objectMeta(json::value value, Interner &intern, kube::Pod *evidence = nullptr,
                            kube::ObjectMeta held = {});

/** Refuses an object of another kind; lists of built-in kinds leave it out. */
void expectKind(json::value value, std::string_view kind);

/** Fills a value from its JSON object; throws simdjson::simdjson_error, which the Reader turns into an Error. */
void fill(kube::Pod &pod, json::value value, Interner &intern);
void fill(kube::Event &event, json::value value, Interner &intern);
void fill(kube::Node &node, json::value value, Interner &intern);
void fill(kube::Namespace &ns, json::value value, Interner &intern);

/** A metav1.Status object. */
kube::Error statusError(json::value value);

}  // namespace decode
