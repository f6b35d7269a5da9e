// SPDX-License-Identifier: Apache-2.0
#include "pull/image/presence.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostNames = 5;  // setters.go MaxNamesPerImageInNodeStatus

/** Digests come first: with five names of the same repository the tag asked for may be cut. */
bool mayBeCut(const kube::NodeImage &candidate, const ImageReference &image)
{
    return candidate.names.size() >= MostNames && std::ranges::any_of(candidate.names, [&](const QString &name) {
               const ImageReference ref = parseImageReference(name);
               return ref.isValid() && ref.repository() == image.repository();
           });
}

bool isShortName(const ImageReference &image)
{
    return image.isOnDockerHub() && !image.raw.startsWith(u"docker.io/") && !image.raw.startsWith(u"index.docker.io/");
}

}  // namespace

PresenceOnNode presenceOnNode(const ImageReference &image, const kube::Node *node, int cap)
{
    if (!node)
        return {Presence::Unknown, u"the node is not known"_s, u"node"_s, 0, {}};
    if (!image.isValid())
        return {Presence::Unknown, u"the reference cannot be read"_s, u"reference"_s, 0, {}};
    const QString where = u"node "_s + node->meta.key.name;
    const QString wanted = image.normalized();
    for (const kube::NodeImage &candidate : node->images)
        for (const QString &name : candidate.names) {
            const ImageReference ref = parseImageReference(name);
            if (ref.isValid() && ref.normalized() == wanted)
                return {
                    Presence::Present, where + u", status.images: "_s + name, {}, candidate.sizeBytes, NodeImagesLag};
        }
    const auto unknown = [&](const QString &why, const QString &doubt) {
        return PresenceOnNode{Presence::Unknown, where + why, doubt, 0, NodeImagesLag};
    };
    if (node->images.isEmpty())
        return unknown(u" reports no images"_s, u"nolist"_s);
    if (cap >= 0 && node->images.size() >= cap)
        return unknown(u", status.images is full (%1): the smallest are left out"_s.arg(node->images.size()),
                       u"full"_s);
    if (std::ranges::any_of(node->images, [&](const kube::NodeImage &i) { return mayBeCut(i, image); }))
        return unknown(u", status.images names only five of an image's names"_s, u"names"_s);
    if (node->containerRuntimeVersion.startsWith(u"cri-o://") && isShortName(image))
        return unknown(u": CRI-O may look a short name up in another registry"_s, u"shortname"_s);
    return {Presence::AbsentLikely,
            where + u", status.images (%1): not among them"_s.arg(node->images.size()),
            {},
            0,
            NodeImagesLag};
}

}  // namespace pull
