// SPDX-License-Identifier: Apache-2.0
#include "practice/cluster.h"

#include "practice/apiserver.h"
#include "practice/defaults.h"
#include "practice/json.h"
#include "practice/kubelet.h"
#include "practice/namespacecontroller.h"
#include "practice/scheduler.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QByteArray newToken()
{
    QByteArray bytes(24, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toHex();
}

/** Images the registry knows, as already present on a node. */
QList<Image> presentImages(const QStringList &references)
{
    QList<Image> images;
    for (const QString &reference : references)
        if (const auto name = ImageName::parse(reference))
            if (const auto image = Registry::resolve(*name))
                images.append(*image);
    return images;
}

kube::Result<void> writePrivately(const QString &path, const QByteArray &content)
{
    QFile file(path);
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, ownerOnly) || !file.setPermissions(ownerOnly) ||
        file.write(content) != content.size())
        return kube::failure(kube::Error::Kind::File, u"cannot write the kubeconfig: "_s + file.errorString(), path);
    return {};
}

}  // namespace

struct Cluster::Parts {
    explicit Parts(double speed) : clock(speed), verbs(store, clock), events(store, clock) {}

    Clock clock;
    ObjectStore store;
    Verbs verbs;
    EventRecorder events;
    QByteArray token = newToken();
    std::unique_ptr<QTemporaryDir> folder;
    QString path;
    std::unique_ptr<ApiServer> server;
    std::vector<std::unique_ptr<Machine>> machines;
    std::unique_ptr<QObject> controllers = std::make_unique<QObject>();

    void populate();
};

void Cluster::Parts::populate()
{
    for (const QString &name : {u"default"_s, u"kube-public"_s, u"kube-system"_s}) {
        QJsonObject ns{{u"kind"_s, u"Namespace"_s}, {u"apiVersion"_s, u"v1"_s}};
        put(ns, u"metadata",
            QJsonObject{{u"name"_s, name},
                        {u"uid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                        {u"creationTimestamp"_s, clock.seconds()}});
        store.write(u"namespaces"_s, withDefaults(u"Namespace"_s, ns));
    }
    const QStringList pause{u"registry.k8s.io/pause:3.10.1"_s};
    const QList<QStringList> present{
        pause + QStringList{u"redis:7"_s},
        pause + QStringList{u"nginx:1.17.1"_s, u"nginx:1.25"_s, u"busybox:1.36"_s},
    };
    QList<Machine *> all;
    for (int number = 1; number <= present.size(); ++number) {
        machines.push_back(std::make_unique<Machine>(store, clock, u"node%1"_s.arg(number), number,
                                                     presentImages(present.at(number - 1))));
        all.append(machines.back().get());
        new Kubelet({store, clock, verbs, events, *all.last()}, controllers.get());
    }
    new Scheduler(store, clock, events, all, controllers.get());
}

Cluster::Cluster(QObject *parent) : QObject(parent) {}

Cluster::~Cluster()
{
    if (!m_parts)
        return;
    m_parts->server.reset();
    m_parts->controllers.reset();
    if (!m_parts->path.isEmpty())
        QFile::remove(m_parts->path);
}

kube::Result<void> Cluster::start(const Options &options)
{
    m_parts = std::make_unique<Parts>(options.speed);
    new NamespaceController(m_parts->store, m_parts->clock, m_parts->verbs, m_parts->controllers.get());
    m_parts->populate();
    m_parts->server = std::make_unique<ApiServer>(m_parts->store, m_parts->verbs, m_parts->clock, m_parts->token);
    if (!m_parts->server->listen(options.port))
        return kube::failure(kube::Error::Kind::Unreachable,
                             u"the practice cluster cannot listen on 127.0.0.1:%1"_s.arg(options.port));
    QString path = options.kubeconfigPath;
    if (path.isEmpty()) {
        QString place = qEnvironmentVariable("XDG_RUNTIME_DIR");
        if (place.isEmpty() || !QFileInfo(place).isWritable())
            place = QDir::tempPath();
        m_parts->folder = std::make_unique<QTemporaryDir>(place + u"/gantry-practice-XXXXXX"_s);
        path = m_parts->folder->filePath(u"kubeconfig"_s);
    }
    if (auto written = writePrivately(path, kubeconfig()); !written)
        return written;
    m_parts->path = path;
    return {};
}

QString Cluster::serverUrl() const
{
    return m_parts && m_parts->server ? u"http://127.0.0.1:%1"_s.arg(m_parts->server->port()) : QString();
}

QString Cluster::kubeconfigPath() const
{
    return m_parts ? m_parts->path : QString();
}

QString Cluster::token() const
{
    return m_parts ? QString::fromLatin1(m_parts->token) : QString();
}

QByteArray Cluster::kubeconfig() const
{
    return u"apiVersion: v1\nkind: Config\n"
           "clusters:\n- name: practice\n  cluster:\n    server: %1\n"
           "users:\n- name: practice\n  user:\n    token: \"%2\"\n"
           "contexts:\n- name: practice\n  context:\n    cluster: practice\n    user: practice\n"
           "current-context: practice\n"_s.arg(serverUrl(), token())
               .toUtf8();
}

}  // namespace practice
