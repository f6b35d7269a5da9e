// SPDX-License-Identifier: Apache-2.0
// Any bytes as an image reference: no crash, and what is read is stable when it is written again.
#include "pull/image/imagereference.h"
#include "pull/image/keyring.h"
#include "pull/image/presence.h"
#include "pull/image/quoting.h"
#include "pull/kubelet/pullrecords.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(bytes), qsizetype(size));
    for (const int minor : {20, 28, 30, 36}) {
        const kube::Version version{minor};
        const pull::ImageReference ref = pull::parseImageReference(text, version);
        require(ref.isValid() == !ref.normalized().isEmpty());
        require(ref.isValid() == pull::imageReferenceError(ref, version).isEmpty());
        (void)pull::defaultPolicy(text, version);
        if (!ref.isValid())
            continue;
        const pull::ImageReference again = pull::parseImageReference(ref.normalized(), version);
        require(again.isValid() && again.normalized() == ref.normalized() && again.repository() == ref.repository());
        require(pull::parseImageReference(ref.imageSpec(), version).normalized() == ref.normalized());
    }
    require(pull::goUnquoted(QStringView(pull::goQuoted(text)).sliced(1).chopped(1)) == text);
    (void)pull::matchingKeys({text, u"*.io:5000"_s}, text);
    (void)pull::isAllowlistPattern(text);
    return 0;
}
