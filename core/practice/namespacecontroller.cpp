// SPDX-License-Identifier: Apache-2.0
#include "practice/namespacecontroller.h"

#include "practice/json.h"
#include "practice/kinds.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace practice {

NamespaceController::NamespaceController(ObjectStore &store, const Clock &clock, Verbs &verbs, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_verbs(verbs)
{
    connect(&store, &ObjectStore::changed, this, &NamespaceController::follow, Qt::QueuedConnection);
}

void NamespaceController::follow(const Change &change)
{
    if (change.resource != u"namespaces" || change.type == Change::Type::Deleted)
        return;
    const QString ns = text(change.after, u"metadata.name");
    if (change.type == Change::Type::Added)
        furnish(ns);
    const bool wasEnding = !at(change.before, u"metadata.deletionTimestamp").isUndefined();
    if (!wasEnding && !at(change.after, u"metadata.deletionTimestamp").isUndefined())
        empty(ns);
}

void NamespaceController::furnish(const QString &ns)
{
    const QJsonObject metadata{{u"namespace"_s, ns}, {u"creationTimestamp"_s, m_clock.seconds()}};
    QJsonObject account{{u"kind"_s, u"ServiceAccount"_s}, {u"apiVersion"_s, u"v1"_s}, {u"metadata"_s, metadata}};
    put(account, u"metadata.name", u"default"_s);
    put(account, u"metadata.uid", QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_store.write(u"serviceaccounts"_s, account);
    QJsonObject root{{u"kind"_s, u"ConfigMap"_s}, {u"apiVersion"_s, u"v1"_s}, {u"metadata"_s, metadata}};
    put(root, u"metadata.name", u"kube-root-ca.crt"_s);
    put(root, u"metadata.uid", QUuid::createUuid().toString(QUuid::WithoutBraces));
    root.insert(u"data"_s, QJsonObject{{u"ca.crt"_s, u""_s}});
    m_store.write(u"configmaps"_s, root);
}

void NamespaceController::empty(const QString &ns)
{
    const auto object = m_store.find(u"namespaces"_s, {}, ns);
    if (!object)
        return;
    for (const QJsonObject &pod : m_store.list(u"pods"_s, ns))
        if (at(pod, u"metadata.deletionTimestamp").isUndefined())
            m_verbs.remove(u"pods"_s, pod, -1);
    if (!m_store.list(u"pods"_s, ns).isEmpty()) {
        m_clock.after(500ms, this, [this, ns] { empty(ns); });
        return;
    }
    for (const Kind &kind : kinds())
        if (kind.namespaced)
            for (const QJsonObject &content : m_store.list(kind.plural, ns))
                m_store.remove(kind.plural, content);
    m_store.remove(u"namespaces"_s, *object);
}

}  // namespace practice
