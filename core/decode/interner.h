// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <string>
#include <unordered_map>

namespace decode {

/** Strings that many objects share are kept once. */
class Interner {
public:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <class T>
    using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    QString operator()(std::string_view text)
    {
        const auto it = m_strings.find(text);
        if (it != m_strings.end())
            return it->second;
        const QString value = QString::fromUtf8(text.data(), qsizetype(text.size()));
        if (m_strings.size() < Limit && text.size() < 256)
            m_strings.emplace(std::string(text), value);
        return value;
    }

    /**
     * Of a `fieldsV1`, by its bytes from `f:spec` on: the containers whose pull policy it names. Pods of one workload
     * have the same; it is worth its room while a list is read.
     */
    struct PolicyFields {
        Table<QList<QString>> known;
        size_t bytes = 0;  ///< of the keys
    };
    PolicyFields policyFields;

private:
    static constexpr size_t Limit = 200'000;
    Table<QString> m_strings;
};

}  // namespace decode
