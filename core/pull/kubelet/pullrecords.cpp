// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/pullrecords.h"

#include "pull/image/imagereference.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

bool isAllowed(const QStringList &allowlist, const QString &image, kube::Version kubelet)
{
    // Up to 1.35 the tag is still there, so that an exact entry never goes with a tagged image.
    const QString name = kubelet.minor >= 36 ? nameWithoutTag(image) : image;
    return std::ranges::any_of(allowlist, [&](const QString &pattern) {
        if (!isAllowlistPattern(pattern))
            return false;
        return pattern.endsWith(u"/*") ? name.startsWith(QStringView(pattern).chopped(1)) : name == pattern;
    });
}

}  // namespace

std::optional<VerificationPolicy> verificationPolicyFromString(QStringView text)
{
    if (text == u"NeverVerify")
        return VerificationPolicy::NeverVerify;
    if (text == u"NeverVerifyPreloadedImages")
        return VerificationPolicy::PreloadedImages;
    if (text == u"NeverVerifyAllowlistedImages")
        return VerificationPolicy::AllowlistedImages;
    if (text == u"AlwaysVerify")
        return VerificationPolicy::AlwaysVerify;
    return std::nullopt;
}

QString nameWithoutTag(const QString &image)
{
    const QString name = image.section(u'@', 0, 0);
    const qsizetype colon = name.lastIndexOf(u':');
    return colon > name.lastIndexOf(u'/') ? name.first(colon) : name;
}

bool isAllowlistPattern(const QString &pattern)
{
    const bool prefix = pattern.endsWith(u"/*");
    const QString name = prefix ? pattern.chopped(2) : pattern;
    if (name.isEmpty() || name != name.trimmed() || name.contains(u'*'))
        return false;
    // `localhost:5000/*` has a port; without a path a reader of references takes it for a tag.
    const ImageReference ref = parseImageReference(prefix ? name + u"/x"_s : name);
    return ref.isValid() && ref.tagDefaulted;
}

bool requiresVerification(VerificationPolicy policy, const QStringList &allowlist, const QString &image, bool preloaded,
                          kube::Version kubelet)
{
    switch (policy) {
    case VerificationPolicy::NeverVerify: return false;
    case VerificationPolicy::PreloadedImages: return !preloaded;
    case VerificationPolicy::AllowlistedImages: return !isAllowed(allowlist, image, kubelet);
    case VerificationPolicy::AlwaysVerify: return true;
    }
    return true;
}

bool mustAttemptPull(VerificationPolicy policy, const QStringList &allowlist, const PullRecord &record,
                     const Claim &claim, kube::Version kubelet)
{
    if (!record.readable)
        return true;
    const bool preloaded = !record.exists && !record.intent;
    if (!requiresVerification(policy, allowlist, claim.image, preloaded, kubelet))
        return false;
    const auto recorded = record.byName.constFind(nameWithoutTag(claim.image));
    if (!record.exists || recorded == record.byName.cend())
        return true;
    if (recorded->nodePodsAccessible)
        return false;
    for (const CredentialSource &mine : claim.secrets)
        for (const CredentialSource &theirs : recorded->secrets)
            // The same credential in another secret, or the same secret with a new credential in it.
            if ((!mine.hash.isEmpty() && mine.hash == theirs.hash) || mine.isSameObject(theirs))
                return false;
    if (claim.serviceAccount)
        for (const CredentialSource &account : recorded->serviceAccounts)
            if (account.isSameObject(*claim.serviceAccount))
                return false;
    return true;
}

}  // namespace pull
