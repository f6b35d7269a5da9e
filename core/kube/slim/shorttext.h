// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>

namespace kube {

/**
 * An immutable text in 17 bytes: a UUID, or up to 16 Latin-1 characters as addresses and versions are; longer ones live
 * on the heap. Costs no allocation where a pod has 100,000 of its kind.
 */
class ShortText {
public:
    ShortText() = default;
    ShortText(const QString &text);  // NOLINT(google-explicit-constructor): it is a text
    ShortText(const ShortText &other);
    ShortText(ShortText &&other) noexcept;
    ShortText &operator=(ShortText other) noexcept;
    ~ShortText();

    operator QString() const { return toString(); }  // NOLINT(google-explicit-constructor)
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isEmpty() const { return m_tag == 0; }

    friend bool operator==(const ShortText &a, const ShortText &b);
    friend bool operator==(const ShortText &a, const QString &b) { return a.toString() == b; }
    friend bool operator==(const ShortText &a, QStringView b) { return a.toString() == b; }

private:
    static constexpr quint8 Uuid = 17;  ///< all 16 bytes of one in its canonical form
    static constexpr quint8 Long = 18;  ///< the bytes are the address of a QString
    [[nodiscard]] QString *far() const;

    std::array<quint8, 16> m_bytes{};
    quint8 m_tag = 0;  ///< up to 16: so many characters
};

}  // namespace kube
