// SPDX-License-Identifier: Apache-2.0
#include "models/imageinventory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/** What a node's list says of an image that is not in it: its length decides, not its content. */
pull::Presence whenMissing(const kube::Node &node)
{
    static const pull::ImageReference any = pull::parseImageReference(u"any"_s);
    kube::Node nameless;
    nameless.images.resize(node.images.size());
    return pull::presenceOnNode(any, &nameless).presence;
}

}  // namespace

void ImageInventory::take(const QHash<kube::Key, kube::PodRef> &pods, const QHash<QString, kube::NodePtr> &nodes,
                          const PullLedger &ledger, const QStringList &namespaces)
{
    m_lines.clear();
    m_at.clear();
    readNodes(nodes);
    readPods(pods);
    for (const kube::NodePtr &node : std::as_const(m_nodes))
        for (const Listed &listed : std::as_const(m_read[node->meta.key.name].images))
            listOnly(listed);
    if (!namespaces.isEmpty())
        narrow(namespaces);
    std::ranges::sort(m_lines, {}, &ImageLine::image);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        ImageLine &one = m_lines[i];
        m_at[one.image] = i;
        std::ranges::sort(one.pods);
        one.pods.erase(std::ranges::unique(one.pods).begin(), one.pods.end());
        one.nodes.reserve(m_nodes.size());
        const PullLedger::LastPull last = ledger.lastPull(one.image);
        one.lastPull = last.at;
        one.bytes = last.bytes;
    }
    for (qsizetype node = 0; node < m_nodes.size(); ++node)
        place(node, m_read.value(m_nodes.at(node)->meta.key.name));
}

ImageLine &ImageInventory::line(const QString &image)
{
    const auto known = m_at.constFind(image);
    if (known != m_at.cend())
        return m_lines[*known];
    m_at.insert(image, m_lines.size());
    ImageLine &fresh = m_lines.emplaceBack();
    fresh.image = image;
    return fresh;
}

void ImageInventory::readPods(const QHash<kube::Key, kube::PodRef> &pods)
{
    for (const kube::PodRef &pod : pods)
        for (const auto *list :
             {&pod->spec().initContainers, &pod->spec().containers, &pod->spec().ephemeralContainers})
            for (const kube::Container &container : *list) {
                ImageLine &one = line(m_names.normalized(container.image));
                one.written = container.image;
                one.pods.append(pod->meta.key);
            }
}

void ImageInventory::narrow(const QStringList &namespaces)
{
    const auto isOther = [&namespaces](const kube::Key &pod) { return !namespaces.contains(pod.ns); };
    m_lines.removeIf(
        [&isOther](const ImageLine &line) { return !line.pods.isEmpty() && std::ranges::all_of(line.pods, isOther); });
    for (ImageLine &line : m_lines)
        line.pods.removeIf(isOther);
    m_at.clear();
}

void ImageInventory::readNodes(const QHash<QString, kube::NodePtr> &nodes)
{
    m_nodes = nodes.values();
    std::ranges::sort(m_nodes, {}, [](const kube::NodePtr &node) { return node->meta.key.name; });
    m_read.removeIf([&nodes](const auto &entry) { return !nodes.contains(entry.key()); });
    for (const kube::NodePtr &node : std::as_const(m_nodes)) {
        NodeImages &read = m_read[node->meta.key.name];
        if (read.node && read.node->images == node->images) {
            read.node = node;
            continue;
        }
        read = {node, {}};
        for (const kube::NodeImage &image : node->images) {
            Listed listed;
            listed.bytes = image.sizeBytes;
            for (const QString &name : image.names)
                listed.names.append(m_names.normalized(name));
            read.images.append(listed);
        }
    }
}

/** An image that no pod uses gets a line of its own: by its tag where it has one. */
void ImageInventory::listOnly(const Listed &listed)
{
    if (listed.names.isEmpty() ||
        std::ranges::any_of(listed.names, [this](const QString &n) { return m_at.contains(n); }))
        return;
    const auto tagged = std::ranges::find_if(listed.names, [](const QString &name) { return !name.contains(u'@'); });
    std::ignore = line(tagged == listed.names.cend() ? listed.names.constFirst() : *tagged);
}

void ImageInventory::place(qsizetype node, const NodeImages &images)
{
    const pull::Presence missing = whenMissing(*images.node);
    for (ImageLine &one : m_lines)
        one.nodes.append(missing);
    for (const Listed &listed : images.images)
        for (const QString &name : listed.names)
            if (const auto at = m_at.constFind(name); at != m_at.cend()) {
                m_lines[*at].nodes[node] = pull::Presence::Present;
                m_lines[*at].bytes = std::max(m_lines.at(*at).bytes, listed.bytes);
            }
    for (ImageLine &one : m_lines)
        if (!m_names.of(one.image).isValid())
            one.nodes[node] = pull::Presence::Unknown;
}

}  // namespace models
