// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/livenames.h"

#include "decode/names.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

namespace {

constexpr auto Fresh = 30s;
constexpr qsizetype PodsLookedAt = 20'000;
const QByteArray NamesOnly =
    "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json;as=PartialObjectMetadataList;"
    "g=meta.k8s.io;v=v1beta1";

QStringList sorted(const QSet<QString> &set)
{
    QStringList all(set.begin(), set.end());
    all.sort();
    return all;
}

}  // namespace

void LiveNames::setGround(AskGround ground)
{
    m_ground = std::move(ground);
    m_lists.clear();
    ++m_generation;
}

QStringList LiveNames::names(manifest::Live live, const QString &ns, const QString &labelKey, bool mayAsk)
{
    const Ground ground = m_ground ? m_ground() : Ground();
    switch (live) {
    case manifest::Live::Nothing: return {};
    case manifest::Live::Namespaces: return ground.snapshot ? ground.snapshot->namespaces() : QStringList();
    case manifest::Live::ConfigMaps: return list(u"configmaps"_s, ns, {}, mayAsk);
    case manifest::Live::Secrets: return list(u"secrets"_s, ns, {}, mayAsk);
    case manifest::Live::ServiceAccounts: return list(u"serviceaccounts"_s, ns, {}, mayAsk);
    case manifest::Live::Images: return images();
    case manifest::Live::NodeLabels: return labels({});
    case manifest::Live::NodeLabelValues: return labels(labelKey);
    }
    return {};
}

QStringList LiveNames::pullSecrets(const QString &ns, bool mayAsk)
{
    return list(u"secrets"_s, ns, u"type=kubernetes.io/dockerconfigjson"_s, mayAsk);
}

QStringList LiveNames::list(const QString &resource, const QString &ns, const QString &fields, bool mayAsk)
{
    const Ground ground = m_ground ? m_ground() : Ground();
    const QString space = ns.isEmpty() ? ground.ns : ns;
    if (space.isEmpty() || !ground.client)
        return {};
    const QString path =
        u"/api/v1/namespaces/"_s + QString::fromLatin1(QUrl::toPercentEncoding(space)) + u'/' + resource;
    Listed &known = m_lists[path + u'?' + fields];
    const bool isFresh = known.at.isValid() && known.at.durationElapsed() < Fresh;
    if (mayAsk && !isFresh && !known.isAsked) {
        known.isAsked = true;
        QUrlQuery query;
        query.addQueryItem(u"limit"_s, u"500"_s);
        if (!fields.isEmpty())
            query.addQueryItem(u"fieldSelector"_s, fields);
        ground.client->get(path, query, NamesOnly)
            .then(this,
                  [this, key = path + u'?' + fields, generation = m_generation](const kube::Result<QByteArray> &body) {
                      if (generation != m_generation)
                          return;
                      Listed &listed = m_lists[key];
                      listed.isAsked = false;
                      listed.at.start();
                      listed.names = body ? decode::objectNames(*body).value_or(QStringList()) : QStringList();
                      Q_EMIT arrived();
                  });
    }
    return known.names;
}

QStringList LiveNames::images() const
{
    const Ground ground = m_ground ? m_ground() : Ground();
    QSet<QString> found;
    if (!ground.snapshot)
        return {};
    qsizetype left = PodsLookedAt;
    for (auto pod = ground.snapshot->pods().cbegin(); pod != ground.snapshot->pods().cend() && --left > 0; ++pod)
        for (const kube::Container &container : (*pod)->spec().containers)
            found << container.image;
    for (const kube::NodePtr &node : ground.snapshot->nodes())
        for (const kube::NodeImage &image : node->images)
            for (const QString &name : image.names)
                if (!name.contains(u'@'))
                    found << name;
    return sorted(found);
}

QStringList LiveNames::labels(const QString &key) const
{
    const Ground ground = m_ground ? m_ground() : Ground();
    QSet<QString> found;
    if (!ground.snapshot)
        return {};
    for (const kube::NodePtr &node : ground.snapshot->nodes())
        for (const auto &[label, value] : node->meta.labels)
            if (key.isEmpty())
                found << label;
            else if (label == key)
                found << value;
    return sorted(found);
}

}  // namespace views
