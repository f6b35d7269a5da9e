// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/version.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// KEP-2535: whether a pod may use an image that another pod brought to the node. Neither the configuration nor the
// records are visible in the API: this is the rule, for what somebody knows of a node or for a practice cluster.
namespace pull {

/** KubeletConfiguration imagePullCredentialsVerificationPolicy. */
enum class VerificationPolicy { NeverVerify, PreloadedImages, AllowlistedImages, AlwaysVerify };

/** By its name in the configuration (`NeverVerifyPreloadedImages`); nothing for any other text. */
[[nodiscard]] std::optional<VerificationPolicy> verificationPolicyFromString(QStringView text);

/** A secret or a service account; `hash` is of a secret's credential. */
struct CredentialSource {
    QString uid;
    QString ns;
    QString name;
    QString hash;
    [[nodiscard]] bool isSameObject(const CredentialSource &other) const
    {
        return uid == other.uid && ns == other.ns && name == other.name;
    }
};

/** What is recorded of one image name: the credentials that brought it. */
struct RecordedPull {
    bool nodePodsAccessible = false;  ///< anonymous or the node's own credentials: every pod may use it
    QList<CredentialSource> secrets;
    QList<CredentialSource> serviceAccounts;  ///< since 1.34
};

/** What a kubelet knows of an image on its node. */
struct PullRecord {
    bool readable = true;                 ///< false: the store of records cannot be read
    bool exists = false;                  ///< this kubelet pulled the image and wrote it down
    bool intent = false;                  ///< it began to, and may have stopped half-way
    QHash<QString, RecordedPull> byName;  ///< by the pod's image text without tag and digest
};

/** Who asks. */
struct Claim {
    QString image;  ///< as the pod writes it
    QList<CredentialSource> secrets;
    std::optional<CredentialSource> serviceAccount;
};

/** `nginx:1.25@sha256:...` to `nginx`: the text of the pod, not normalised. */
[[nodiscard]] QString nameWithoutTag(const QString &image);

/** Whether the text may stand in preloadedImagesVerificationAllowlist: a name, or a prefix that ends in a slash and *.
 */
[[nodiscard]] bool isAllowlistPattern(const QString &pattern);

/** Whether a policy wants credentials checked; `preloaded`: not pulled by this kubelet. Source: image_pull_policies.go.
 */
[[nodiscard]] bool requiresVerification(VerificationPolicy policy, const QStringList &allowlist, const QString &image,
                                        bool preloaded, kube::Version kubelet = {});

/** Whether the kubelet pulls although the image is there. Source: pullmanager/image_pull_manager.go
 * MustAttemptImagePull. */
[[nodiscard]] bool mustAttemptPull(VerificationPolicy policy, const QStringList &allowlist, const PullRecord &record,
                                   const Claim &claim, kube::Version kubelet = {});

}  // namespace pull
