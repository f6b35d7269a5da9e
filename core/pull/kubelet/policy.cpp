// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/policy.h"

#include "pull/image/imagereference.h"
#include "pull/image/quoting.h"

namespace pull {

using namespace Qt::StringLiterals;
using kube::PullPolicy;

PullPolicy policyInForce(PolicyHolder holder, const QString &image, PullPolicy written, kube::Version server)
{
    if (written != PullPolicy::Unset)
        return written;
    if (holder == PolicyHolder::ImageVolume && server.minor < 31)
        return PullPolicy::Unset;
    if (holder == PolicyHolder::EphemeralContainer && server.minor < 20)
        return PullPolicy::Unset;
    return defaultPolicy(image, server);
}

PullPolicy policyAfterEdit(Edit edit, PullPolicy before, PullPolicy written, const QString &image, kube::Version server)
{
    const PullPolicy field = edit == Edit::Patch && written == PullPolicy::Unset ? before : written;
    return policyInForce(PolicyHolder::Template, image, field, server);
}

QString policyProblem(const QString &text)
{
    if (text.isEmpty())
        return u"Required value"_s;
    if (kube::pullPolicyFromString(text))
        return {};
    return u"Unsupported value: "_s + goQuoted(text) + u": supported values: \"Always\", \"IfNotPresent\", \"Never\""_s;
}

QString imageTextProblem(const QString &image, PolicyHolder holder)
{
    if (image.isEmpty())
        return u"Required value"_s;
    const bool isContainer = holder != PolicyHolder::ImageVolume && holder != PolicyHolder::Template;
    if (isContainer && image != image.trimmed())
        return u"must not have leading or trailing whitespace"_s;
    return {};
}

PullPolicy afterAlwaysPullImages(PolicyHolder holder, PullPolicy policy, const Admission &admission,
                                 kube::Version server)
{
    const bool seen = admission.operation == Admission::Operation::Create ||
                      (admission.operation == Admission::Operation::Update && admission.newImages);
    if (!seen || !admission.subresource.isEmpty())
        return policy;
    switch (holder) {
    case PolicyHolder::Container:
    case PolicyHolder::InitContainer: return PullPolicy::Always;
    case PolicyHolder::ImageVolume: return server.minor >= 31 ? PullPolicy::Always : policy;
    case PolicyHolder::EphemeralContainer:  // come only through their subresource
    case PolicyHolder::Template:
    case PolicyHolder::StaticPod: break;
    }
    return policy;
}

}  // namespace pull
