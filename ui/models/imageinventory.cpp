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

void ImageInventory::take(const SpecTally &specs, const QHash<QString, kube::NodePtr> &nodes, const PullLedger &ledger,
                          const QStringList &namespaces)
{
    m_lines.clear();
    m_at.clear();
    readNodes(nodes);
    readSpecs(specs, namespaces);
    for (const kube::NodePtr &node : std::as_const(m_nodes))
        for (const Listed &listed : std::as_const(m_read[node->meta.key.name].images))
            listOnly(listed);
    m_lines.removeIf([](const ImageLine &one) { return one.pods == 0 && !one.written.isEmpty(); });
    m_at.clear();
    std::ranges::sort(m_lines, {}, &ImageLine::image);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        ImageLine &one = m_lines[i];
        m_at[one.image] = i;
        one.nodes.reserve(m_nodes.size());
        const PullLedger::LastPull last = ledger.lastPull(one.image);
        one.lastPull = last.at;
        one.bytes = last.bytes;
    }
    for (qsizetype node = 0; node < m_nodes.size(); ++node)
        place(node, m_read.value(m_nodes.at(node)->meta.key.name));
    for (ImageLine &one : m_lines)
        if (!m_names.of(one.image).isValid())
            one.nodes.fill(pull::Presence::Unknown);
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

/** As they are written. */
QSet<QString> ImageInventory::imagesOf(const kube::SpecShape &spec) const
{
    QSet<QString> images;
    for (const auto *list : {&spec.initContainers, &spec.containers, &spec.ephemeralContainers})
        for (const kube::Container &container : *list)
            images.insert(container.image);
    return images;
}

/** Each image of a pod once, also where its containers write it in several ways. */
void ImageInventory::readSpecs(const SpecTally &specs, const QStringList &namespaces)
{
    for (const auto &[spec, count] : specs.counts().asKeyValueRange()) {
        const bool isChosen = namespaces.isEmpty() || namespaces.contains(spec.ns);
        QSet<QString> named;
        for (const QString &image : imagesOf(*spec.spec)) {
            const QString name = m_names.normalized(image);
            ImageLine &one = line(name);
            one.written = image;
            if (isChosen && !named.contains(name))
                one.pods += count;
            named.insert(name);
        }
    }
}

QList<kube::Key> ImageInventory::usersOf(const QString &image, const kube::Shelf<kube::PodRef> &pods,
                                         const QStringList &namespaces) const
{
    QHash<const kube::SpecShape *, bool> known;
    QList<kube::Key> users;
    for (const kube::PodRef &pod : pods) {
        if (!namespaces.isEmpty() && !namespaces.contains(pod->meta.key.ns))
            continue;
        auto at = known.find(&pod->spec());
        if (at == known.end())
            at = known.insert(&pod->spec(), std::ranges::any_of(imagesOf(pod->spec()), [&](const QString &one) {
                return m_names.normalized(one) == image;
            }));
        if (*at)
            users.append(pod->meta.key);
    }
    std::ranges::sort(users);
    return users;
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
}

}  // namespace models
