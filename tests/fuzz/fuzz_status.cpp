// SPDX-License-Identifier: Apache-2.0
// Any bytes as the body of a refusal, under any status code: an error of that code, with something to say.
#include "decode/reader.h"
#include "decode/trace.h"
#include "fuzz/require.h"

using fuzz::require;
using Kind = kube::Error::Kind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 1)
        return 0;
    constexpr int codes[] = {400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504};
    const int code = codes[bytes[0] % std::size(codes)];
    const QByteArrayView body = fuzz::view(bytes + 1, size - 1);
    const kube::Error error = decode::status(code, body);
    require(error.httpStatus == code, "the HTTP status is the truth");
    require(error.kind != Kind::None && error.kind != Kind::Protocol, "a refusal is a refusal");
    require((code == 401) == (error.kind == Kind::Unauthorized), "401 alone means log in");
    require((code == 404) == (error.kind == Kind::NotFound), "404 alone means not found");
    require((code == 410) == (error.kind == Kind::Expired), "410 alone means expired");
    require(!error.retryAfter || error.retryAfter->count() > 0, "a pause is longer than nothing");
    if (error.reason.isEmpty() && error.causes.isEmpty() && body.isEmpty())
        require(!error.message.isEmpty(), "there is something to say");
    if (const auto trace = decode::trace(body))
        require(!trace->uid.isEmpty(), "a trace has a uid");
    if (const auto identity = decode::identity(body); !identity)
        require(identity.error().kind == Kind::Protocol, "what cannot be read is told as such");
    (void)decode::gitVersion(body);
    if (const auto resources = decode::resourceList(body)) {
        for (const kube::Resource &resource : *resources)
            require(!resource.resource.contains(u'/'), "a subresource is no resource");
    }
    return 0;
}
