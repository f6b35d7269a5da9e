// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/pod.h"
#include "kube/version.h"

#include <QString>

namespace pull {

/** An image reference as Kubernetes reads it. Source: distribution/reference, used by pkg/util/parsers. */
struct ImageReference {
    QString raw;       ///< as written
    QString registry;  ///< `docker.io`, `127.0.0.1:5000`
    QString path;      ///< `library/nginx`
    QString tag;       ///< `latest` where neither tag nor digest is written; empty for a digest alone
    QString digest;    ///< `sha256:...` or empty
    QString error;     ///< why it is no reference; empty if it is one
    bool tagDefaulted = false;

    [[nodiscard]] bool isValid() const { return error.isEmpty(); }
    /** `docker.io/library/nginx` */
    [[nodiscard]] QString repository() const { return registry + u'/' + path; }
    /** `docker.io/library/nginx:latest`; with a digest the tag is left out, as runtimes do. */
    [[nodiscard]] QString normalized() const;
    /** The short form, without docker.io, library/ and a tag that nobody wrote. For people: `docker.io/a.b/c` loses too
     * much. */
    [[nodiscard]] QString familiar() const;
    /** What the runtime is asked for: the pod's own text, with `:latest` where nothing is written. */
    [[nodiscard]] QString imageSpec() const;
    /** Docker Hub, by any name that is canonicalised to it. */
    [[nodiscard]] bool isOnDockerHub() const { return registry == QLatin1StringView("docker.io"); }
};

/** Reads a reference by the parser generation that kubelets of `version` have. */
[[nodiscard]] ImageReference parseImageReference(const QString &raw, kube::Version version = {});

/** The kubelet's words for a reference that is none: `couldn't parse image name "x": ...`. Source: pkg/util/parsers. */
[[nodiscard]] QString imageReferenceError(const ImageReference &reference, kube::Version version = {});

/** Always for tag `latest`, else IfNotPresent (also for text that is no reference). Source: core/v1 defaults.go. */
[[nodiscard]] kube::PullPolicy defaultPolicy(const QString &image, kube::Version version = {});

}  // namespace pull
