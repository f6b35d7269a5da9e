// SPDX-License-Identifier: Apache-2.0
#include "decode/protobuf/envelope.h"

namespace decode {

namespace {

constexpr QByteArrayView Magic("k8s\0", 4);

kube::Error::Cause cause(std::string_view message)
{
    kube::Error::Cause c;
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: c.reason = field.text(); break;
        case 2: c.message = field.text(); break;
        case 3: c.field = field.text(); break;
        default: break;
        }
    });
    return c;
}

void details(kube::Error &error, std::string_view message)
{
    eachField(message, [&](auto number, Field &field) {
        if (number == 4) {
            error.causes.append(cause(field.view()));
        } else if (number == 5) {
            if (const qint64 seconds = field.number(); seconds > 0)
                error.retryAfter = std::chrono::seconds(seconds);
        }
    });
}

}  // namespace

bool isProtobuf(QByteArrayView body)
{
    return body.startsWith(Magic);
}

Envelope opened(QByteArrayView body)
{
    Envelope envelope;
    if (!isProtobuf(body))
        throw protozero::unknown_pbf_wire_type_exception();
    const QByteArrayView rest = body.sliced(Magic.size());
    eachField({rest.data(), size_t(rest.size())}, [&](auto number, Field &field) {
        if (number == 1)
            eachField(field.view(), [&](auto of, Field &type) {
                if (of == 1)
                    envelope.apiVersion = type.view();
                else if (of == 2)
                    envelope.kind = type.view();
            });
        else if (number == 2)
            envelope.message = field.view();
        else if (number == 3 && !field.view().empty())
            throw protozero::unknown_pbf_wire_type_exception();
    });
    return envelope;
}

std::optional<kube::Error> protobufStatus(QByteArrayView body)
{
    try {
        const Envelope envelope = opened(body);
        if (envelope.kind != "Status")
            return {};
        kube::Error error;
        eachField(envelope.message, [&](auto number, Field &field) {
            switch (number) {
            case 3: error.message = field.text(); break;
            case 4: error.reason = field.text(); break;
            case 5: details(error, field.view()); break;
            case 6: error.httpStatus = int(field.number()); break;
            default: break;
            }
        });
        return error;
    } catch (const protozero::exception &) {
        return {};
    }
}

}  // namespace decode
