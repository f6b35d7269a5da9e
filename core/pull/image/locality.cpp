// SPDX-License-Identifier: Apache-2.0
#include "pull/image/locality.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MiB = qint64(1) << 20;
constexpr qint64 Least = 23 * MiB;
constexpr qint64 MostPerContainer = 1000 * MiB;
constexpr qsizetype MostNames = 5;  // setters.go MaxNamesPerImageInNodeStatus

const kube::NodeImage *imageOn(const kube::Node &node, const QString &name)
{
    const auto it =
        std::ranges::find_if(node.images, [&](const kube::NodeImage &image) { return image.names.contains(name); });
    return it == node.images.cend() ? nullptr : &*it;
}

}  // namespace

int imageLocality(std::span<const LocalImage> images, int totalNodes, int containers, kube::Version scheduler)
{
    if (totalNodes <= 0 || containers <= 0)
        return 0;
    qint64 sum = 0;
    for (const LocalImage &image : images)
        sum += qint64(double(image.sizeBytes) * (double(image.nodesHavingIt) / double(totalNodes)));
    const qint64 most = scheduler.minor <= 18 ? MostPerContainer : MostPerContainer * containers;
    return int(100 * (std::clamp(sum, Least, most) - Least) / (most - Least));
}

int imageLocality(const kube::Pod &pod, const kube::Node &node, std::span<const kube::NodePtr> nodes,
                  kube::Version scheduler)
{
    QList<kube::Container> counted = pod.containers;
    if (scheduler.minor >= 30)
        counted = pod.initContainers + counted;
    QList<LocalImage> images;
    for (const kube::Container &container : std::as_const(counted)) {
        const QString name = schedulerImageName(container.image);
        if (const kube::NodeImage *image = imageOn(node, name))
            images.append({image->sizeBytes, int(std::ranges::count_if(nodes, [&](const kube::NodePtr &other) {
                               return other && imageOn(*other, name);
                           }))});
    }
    return imageLocality(images, int(nodes.size()), int(counted.size()), scheduler);
}

QString schedulerImageName(const QString &image)
{
    return image.lastIndexOf(u':') <= image.lastIndexOf(u'/') ? image + u":latest"_s : image;
}

QList<kube::NodeImage> reportedImages(QList<kube::NodeImage> images, int most)
{
    std::ranges::stable_sort(images, std::ranges::greater(), &kube::NodeImage::sizeBytes);
    if (most >= 0 && images.size() > most)
        images.resize(most);
    for (kube::NodeImage &image : images)
        if (image.names.size() > MostNames)
            image.names.resize(MostNames);
    return images;
}

}  // namespace pull
