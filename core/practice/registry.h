// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <expected>

namespace practice {

/** An image reference as the kubelet and the runtime read it. */
struct ImageName {
    QString host;    ///< `docker.io`
    QString path;    ///< `library/nginx`
    QString tag;     ///< empty with a digest only
    QString digest;  ///< may be empty

    /** `docker.io/library/nginx` */
    [[nodiscard]] QString repository() const { return host + u'/' + path; }
    /** The name the runtime stores: by tag, or by digest where there is one. */
    [[nodiscard]] QString canonical() const;
    /** Reads a reference; the error is the kubelet's text after the image name. */
    [[nodiscard]] static std::expected<ImageName, QString> parse(const QString &reference);
};

/** The policy the API server fills in: Always for the tag latest, else IfNotPresent. */
[[nodiscard]] QString defaultPolicy(const QString &reference);

/** An image as a registry offers it or a node keeps it. */
struct Image {
    QString name;    ///< canonical, with tag
    QString digest;  ///< `sha256:...`
    qint64 size = 0;
    bool stays = true;  ///< its process runs until it is stopped
    int exitCode = 0;   ///< of a process that does not stay
};

/** The registry of the practice cluster: a few well-known images, a line of fixed bandwidth, and no network at all. */
class Registry {
public:
    /** How long asking for a manifest takes. */
    static constexpr std::chrono::milliseconds Latency{400};
    static constexpr qint64 BytesPerSecond = 4'824'763;

    /** What the registry answers for a name: the image, or containerd's error text. */
    [[nodiscard]] static std::expected<Image, QString> resolve(const ImageName &name);
    /** How long a pull takes: the request, and the content unless the node has it. */
    [[nodiscard]] static std::chrono::milliseconds pullTime(const Image &image, bool contentPresent);
};

}  // namespace practice
