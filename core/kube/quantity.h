// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <compare>

namespace kube {

/**
 * A resource quantity (`500m`, `1Gi`, `1.5`, `1e3`) in whole units or in thousandths, rounded away from zero; 0 for
 * text that is no quantity. Beyond 64 bits it saturates. Source: apimachinery pkg/api/resource, Value and MilliValue.
 */
[[nodiscard]] qint64 quantityValue(QStringView quantity);
[[nodiscard]] qint64 quantityMilliValue(QStringView quantity);

/** More than nothing; text that is no quantity is nothing. */
[[nodiscard]] bool isPositiveQuantity(QStringView quantity);
/** `1` equals `1000m`; unordered where one of them is no quantity. */
[[nodiscard]] std::partial_ordering compareQuantities(QStringView a, QStringView b);

/**
 * The quantity as Kubernetes prints it: `1000m` is `1`, `1024Mi` is `1Gi`, `0.5` is `500m`; text that is no quantity
 * comes back as it is. Source: apimachinery pkg/api/resource, CanonicalizeBytes.
 */
[[nodiscard]] QString canonicalQuantity(const QString &quantity);

/**
 * An amount that can be added up; text that is no quantity is nothing. A sum is written in the form (binary, decimal)
 * of what it began with, unless that was zero. Source: apimachinery pkg/api/resource, Add and String.
 */
class Quantity {
public:
    enum class Form { Decimal, Binary, Exponent };

    Quantity() = default;
    explicit Quantity(QStringView text);
    Quantity &operator+=(const Quantity &other);
    [[nodiscard]] bool operator<(const Quantity &other) const { return m_nanos < other.m_nanos; }
    [[nodiscard]] bool isZero() const { return m_nanos == 0; }
    /** In the other's form: itself where it has it, else in whole units. */
    [[nodiscard]] Quantity inFormOf(const Quantity &other) const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] qint64 value() const;
    [[nodiscard]] qint64 milliValue() const;

private:
    __extension__ using Wide = __int128;
    [[nodiscard]] qint64 steps(Wide nanos) const;

    Wide m_nanos = 0;
    Form m_form = Form::Decimal;
};

}  // namespace kube
