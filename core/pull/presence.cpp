// SPDX-License-Identifier: Apache-2.0
#include "pull/presence.h"

namespace pull {

using namespace Qt::StringLiterals;

PresenceOnNode presenceOnNode(const ImageReference &image, const kube::Node *node, int cap)
{
    if (!node)
        return {Presence::Unknown, u"the node is not known"_s, 0};
    if (!image.isValid())
        return {Presence::Unknown, u"the reference cannot be read"_s, 0};
    const QString wanted = image.normalized();
    for (const kube::NodeImage &candidate : node->images)
        for (const QString &name : candidate.names) {
            const ImageReference ref = parseImageReference(name);
            if (ref.isValid() && ref.normalized() == wanted)
                return {Presence::Present, u"node %1, status.images: %2"_s.arg(node->meta.key.name, name),
                        candidate.sizeBytes};
        }
    if (node->images.isEmpty())
        return {Presence::Unknown, u"node %1 reports no images"_s.arg(node->meta.key.name), 0};
    if (node->images.size() >= cap)
        return {Presence::Unknown,
                u"node %1, status.images is full (%2): the smallest are left out"_s.arg(
                    node->meta.key.name, QString::number(node->images.size())),
                0};
    return {
        Presence::AbsentLikely,
        u"node %1, status.images (%2): not among them"_s.arg(node->meta.key.name, QString::number(node->images.size())),
        0};
}

}  // namespace pull
