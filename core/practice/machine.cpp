// SPDX-License-Identifier: Apache-2.0
#include "practice/machine.h"

#include "practice/json.h"

#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject condition(const QString &type, bool status, const QString &reason, const QString &message,
                      const QString &since, const QString &now)
{
    return {{u"type"_s, type},
            {u"status"_s, status ? u"True"_s : u"False"_s},
            {u"lastHeartbeatTime"_s, now},
            {u"lastTransitionTime"_s, since},
            {u"reason"_s, reason},
            {u"message"_s, message}};
}

QJsonObject blankNode(const QString &name, const QString &created)
{
    QJsonObject node{{u"kind"_s, u"Node"_s}, {u"apiVersion"_s, u"v1"_s}, {u"spec"_s, QJsonObject{}}};
    put(node, u"metadata",
        QJsonObject{{u"name"_s, name},
                    {u"uid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                    {u"creationTimestamp"_s, created},
                    {u"labels"_s, QJsonObject{{u"kubernetes.io/arch"_s, u"amd64"_s},
                                              {u"kubernetes.io/hostname"_s, name},
                                              {u"kubernetes.io/os"_s, u"linux"_s}}}});
    return node;
}

}  // namespace

Machine::Machine(ObjectStore &store, const Clock &clock, QString name, int number, QList<Image> images)
    : m_store(store), m_clock(clock), m_name(std::move(name)), m_number(number), m_images(std::move(images))
{
}

QString Machine::address() const
{
    return u"192.0.2.%1"_s.arg(m_number);
}

QString Machine::nextPodAddress()
{
    ++m_pods;
    return u"10.244.%1.%2"_s.arg(m_number).arg(m_pods % 250 + 1);
}

std::optional<Image> Machine::find(const ImageName &name) const
{
    for (const Image &image : m_images) {
        const bool sameRepository = image.name.startsWith(name.repository() + u':');
        if (name.digest.isEmpty() ? image.name == name.canonical() : sameRepository && image.digest == name.digest)
            return image;
    }
    return std::nullopt;
}

void Machine::pull(const ImageName &name, QObject *context, std::function<void(const Pulled &)> done)
{
    m_orders.enqueue({name, m_clock.now(), [guard = QPointer(context), done = std::move(done)](const Pulled &pulled) {
                          if (guard)
                              done(pulled);
                      }});
    next();
}

void Machine::next()
{
    if (m_pulling || m_orders.isEmpty())
        return;
    m_pulling = true;
    const Order order = m_orders.dequeue();
    const auto image = Registry::resolve(order.name);
    const auto waited = std::chrono::milliseconds((m_clock.now() - order.asked) / 1'000'000);
    const auto present = find(order.name);
    const auto time =
        image ? Registry::pullTime(*image, present && present->digest == image->digest) : Registry::Latency;
    m_clock.after(time, this, [this, order, image, waited, time] {
        if (image) {
            m_images.removeIf([&](const Image &old) { return old.name == image->name; });
            m_images.append(*image);
            report();
        }
        m_pulling = false;
        // An instant turn costs no time at all; less than 10 ms is the machine we run on, not a queue.
        const auto queued = waited.count() < 10 ? std::chrono::milliseconds(0) : waited;
        order.done({image, time, queued + time});
        next();
    });
}

void Machine::report()
{
    const QString now = m_clock.seconds();
    QJsonObject node = m_store.find(u"nodes"_s, {}, m_name).value_or(blankNode(m_name, now));
    const QString since = text(node, u"metadata.creationTimestamp");
    QList<Image> sorted = m_images;
    std::ranges::sort(sorted, std::greater(), &Image::size);
    QJsonArray images;
    for (const Image &image : std::as_const(sorted))
        images.append(
            QJsonObject{{u"names"_s, QJsonArray{image.name.section(u':', 0, 0) + u'@' + image.digest, image.name}},
                        {u"sizeBytes"_s, image.size}});
    const QJsonObject amounts{{u"cpu"_s, u"4"_s},
                              {u"memory"_s, u"8124532Ki"_s},
                              {u"pods"_s, u"110"_s},
                              {u"ephemeral-storage"_s, u"64212084Ki"_s}};
    node.insert(
        u"status"_s,
        QJsonObject{{u"capacity"_s, amounts},
                    {u"allocatable"_s, amounts},
                    {u"conditions"_s, QJsonArray{condition(u"MemoryPressure"_s, false, u"KubeletHasSufficientMemory"_s,
                                                           u"kubelet has sufficient memory available"_s, since, now),
                                                 condition(u"DiskPressure"_s, false, u"KubeletHasNoDiskPressure"_s,
                                                           u"kubelet has no disk pressure"_s, since, now),
                                                 condition(u"PIDPressure"_s, false, u"KubeletHasSufficientPID"_s,
                                                           u"kubelet has sufficient PID available"_s, since, now),
                                                 condition(u"Ready"_s, true, u"KubeletReady"_s,
                                                           u"kubelet is posting ready status"_s, since, now)}},
                    {u"addresses"_s, QJsonArray{QJsonObject{{u"type"_s, u"InternalIP"_s}, {u"address"_s, address()}},
                                                QJsonObject{{u"type"_s, u"Hostname"_s}, {u"address"_s, m_name}}}},
                    {u"daemonEndpoints"_s, QJsonObject{{u"kubeletEndpoint"_s, QJsonObject{{u"Port"_s, 10250}}}}},
                    {u"nodeInfo"_s, QJsonObject{{u"architecture"_s, u"amd64"_s},
                                                {u"operatingSystem"_s, u"linux"_s},
                                                {u"osImage"_s, u"Practice Linux"_s},
                                                {u"kernelVersion"_s, u"6.12.0-practice"_s},
                                                {u"kubeletVersion"_s, u"v1.36.2"_s},
                                                {u"kubeProxyVersion"_s, u""_s},
                                                {u"containerRuntimeVersion"_s, u"containerd://2.1.4"_s},
                                                {u"machineID"_s, m_name},
                                                {u"systemUUID"_s, m_name},
                                                {u"bootID"_s, m_name}}},
                    {u"images"_s, images}});
    m_store.write(u"nodes"_s, node);
}

}  // namespace practice
