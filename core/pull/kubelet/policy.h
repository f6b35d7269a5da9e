// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/container.h"
#include "kube/version.h"

#include <QString>

#include <optional>

namespace pull {

/** What has a pull policy. Template: a container in a Deployment, Job, ...; StaticPod: from a file on the node. */
enum class PolicyHolder { Container, InitContainer, EphemeralContainer, ImageVolume, Template, StaticPod };

/**
 * The policy after defaulting: `written`, or the default of the image where none is written. Unset where that version
 * has no default: image volumes before 1.31, ephemeral containers before 1.20. Source: core/v1 defaults.go.
 */
[[nodiscard]] kube::PullPolicy policyInForce(PolicyHolder holder, const QString &image, kube::PullPolicy written,
                                             kube::Version server = {});

/** How an object is changed. Patch: `kubectl set image`, `edit`, `apply`; Replace: a whole new object is put. */
enum class Edit { Patch, Replace };

/**
 * The policy of a template after its image changed to `image`. Only an empty field is defaulted, so a patch that does
 * not name the policy keeps it, whatever the new tag is.
 */
[[nodiscard]] kube::PullPolicy policyAfterEdit(Edit edit, kube::PullPolicy before, kube::PullPolicy written,
                                               const QString &image, kube::Version server = {});

/** Why the API server refuses the policy text, in its words; empty if it does not. Source: validatePullPolicy. */
[[nodiscard]] QString policyProblem(const QString &text);

/** Why the API server refuses the image text of a pod or of a template; empty if it does not: syntax is not checked. */
[[nodiscard]] QString imageTextProblem(const QString &image, PolicyHolder holder);

/** A request as admission plugins see it. */
struct Admission {
    enum class Operation { None, Create, Update };
    Operation operation = Operation::Create;  ///< None: no API request, the kubelet's own file
    QString subresource;                      ///< `ephemeralcontainers`, `status`; empty for the pod itself
    bool newImages = true;                    ///< an update brings an image text that the pod had not
};

/** The policy after the AlwaysPullImages plugin, which is off by default. Source:
 * plugin/pkg/admission/alwayspullimages. */
[[nodiscard]] kube::PullPolicy afterAlwaysPullImages(PolicyHolder holder, kube::PullPolicy policy,
                                                     const Admission &admission, kube::Version server = {});

}  // namespace pull
