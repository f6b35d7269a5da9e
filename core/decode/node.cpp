// SPDX-License-Identifier: Apache-2.0
#include "decode/fields.h"

namespace decode {

using namespace Qt::StringLiterals;

namespace {

void nodeStatusInfo(kube::Node &node, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "kubeletVersion")
            node.kubeletVersion = intern(view(v));
        else if (key == "containerRuntimeVersion")
            node.containerRuntimeVersion = intern(view(v));
        else if (key == "architecture")
            node.architecture = intern(view(v));
        else if (key == "osImage")
            node.osImage = intern(view(v));
        else if (key == "kernelVersion")
            node.kernelVersion = intern(view(v));
    });
}

void condition(kube::Node &node, json::value value)
{
    QString type;
    QString status;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "type")
            type = text(v);
        else if (key == "status")
            status = text(v);
    });
    if (type == u"Ready")
        node.ready = status == u"True";
    else if (type.endsWith(u"Pressure") && status == u"True")
        node.pressures.append(type);
}

void address(kube::Node &node, json::value value, Interner &intern)
{
    QString type;
    QString where;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "type")
            type = intern(view(v));
        else if (key == "address")
            where = intern(view(v));
    });
    if (type == u"InternalIP" && node.internalIp.isEmpty())
        node.internalIp = where;
}

kube::NodeImage image(json::value value, Interner &intern)
{
    kube::NodeImage image;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "names")
            items(v, [&](json::value name) { image.names.append(intern(view(name))); });
        else if (key == "sizeBytes")
            image.sizeBytes = number(v);
    });
    return image;
}

void status(kube::Node &node, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "nodeInfo") {
            nodeStatusInfo(node, v, intern);
        } else if (key == "conditions") {
            node.pressures.clear();
            items(v, [&](json::value c) { condition(node, c); });
        } else if (key == "addresses") {
            node.internalIp.clear();
            items(v, [&](json::value a) { address(node, a, intern); });
        } else if (key == "images") {
            node.images.clear();
            items(v, [&](json::value i) { node.images.append(image(i, intern)); });
        }
    });
}

QList<QString> roles(const kube::StringPairs &labels)
{
    constexpr QLatin1StringView prefix("node-role.kubernetes.io/");
    QList<QString> found;
    for (const auto &[key, value] : labels)
        if (key.startsWith(prefix) && key.size() > prefix.size())
            found.append(key.sliced(prefix.size()));
        else if (key == u"kubernetes.io/role" && !value.isEmpty())
            found.append(value);
    std::ranges::sort(found);
    found.removeIf([&, last = QString()](const QString &role) mutable { return std::exchange(last, role) == role; });
    return found;
}

}  // namespace

void fill(kube::Node &node, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "metadata")
            node.meta = objectMeta(v, intern, nullptr, std::move(node.meta));
        else if (key == "kind")
            expectKind(v, "Node");
        else if (key == "spec")
            each(v, [&](std::string_view field, json::value f) {
                if (field == "unschedulable")
                    node.unschedulable = flag(f);
            });
        else if (key == "status")
            status(node, v, intern);
    });
    node.roles = roles(node.meta.labels);
}

void fill(kube::Namespace &ns, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "metadata")
            ns.meta = objectMeta(v, intern, nullptr, std::move(ns.meta));
        else if (key == "kind")
            expectKind(v, "Namespace");
        else if (key == "status")
            each(v, [&](std::string_view field, json::value f) {
                if (field == "phase")
                    ns.phase = intern(view(f));
            });
    });
}

}  // namespace decode
