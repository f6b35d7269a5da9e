// SPDX-License-Identifier: Apache-2.0
// How the room reads protobuf: private to core/decode. Fields are known by the numbers of Kubernetes' generated.proto.
#pragma once

#include "kube/timestamp.h"

#include <QString>

#include <algorithm>
#include <protozero/pbf_reader.hpp>
#include <string_view>

namespace decode {

/**
 * One field of a message, to be read once; one that is not read is skipped. Throws protozero::exception where the bytes
 * end too early or are of another wire type, as Go's reader refuses them.
 */
class Field {
public:
    explicit Field(protozero::pbf_reader &reader) : m_reader(reader) {}
    Field(const Field &) = delete;
    Field &operator=(const Field &) = delete;

    /** Of a string, bytes or a message; into the bytes that are read. */
    std::string_view view()
    {
        expect(protozero::pbf_wire_type::length_delimited);
        const protozero::data_view found = m_reader.get_view();
        return {found.data(), found.size()};
    }
    QString text()
    {
        const std::string_view found = view();
        return QString::fromUtf8(found.data(), qsizetype(found.size()));
    }
    qint64 number()
    {
        expect(protozero::pbf_wire_type::varint);
        return m_reader.get_int64();
    }
    bool flag() { return number() != 0; }
    kube::Timestamp time();

    void skipUnread()
    {
        if (!m_isRead)
            m_reader.skip();
    }

private:
    void expect(protozero::pbf_wire_type type)
    {
        if (m_reader.wire_type() != type)
            throw protozero::unknown_pbf_wire_type_exception();
        m_isRead = true;
    }

    protozero::pbf_reader &m_reader;
    bool m_isRead = false;
};

/** Calls `use(number, field)` for each field of a message, in its order. */
template <class Use>
void eachField(std::string_view message, Use use)
{
    protozero::pbf_reader reader(message.data(), message.size());
    while (reader.next()) {
        Field field(reader);
        use(reader.tag(), field);
        field.skipUnread();
    }
}

/** metav1.Time: whole seconds; an empty message is Go's zero time. Source: apimachinery meta/v1/time_proto.go. */
inline kube::Timestamp Field::time()
{
    constexpr qint64 GoZero = -62'135'596'800;
    constexpr qint64 Limit = std::numeric_limits<qint64>::max() / 1'000'000'000 - 1;
    const std::string_view message = view();
    if (message.empty())
        return {};
    qint64 seconds = 0;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            seconds = field.number();
    });
    return seconds == GoZero ? kube::Timestamp() : kube::Timestamp::fromUnixSeconds(std::clamp(seconds, -Limit, Limit));
}

}  // namespace decode
