// SPDX-License-Identifier: Apache-2.0
// What can be done with the chosen object of a KindWatch: read it, describe it, go to its pods and its owner, delete
// it.
#include "models/kinds/objecttext.h"
#include "models/kinds/tablemodel.h"
#include "style/wording.h"
#include "views/describe/describetree.h"
#include "views/describeview.h"
#include "views/kinds/kindview.h"
#include "windows/desks/kinddescription.h"
#include "windows/desks/kindwatch.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

void KindWatch::fetchText()
{
    const auto row = m_view->current();
    if (!row || !m_client)
        return;
    m_client->get(pathOf(row->key), {}, "application/json")
        .then(this, [this, key = row->key, generation = m_generation](const kube::Result<QByteArray> &body) {
            const auto now = m_view->current();
            if (generation != m_generation || !now || now->key != key)
                return;
            m_view->setText(body ? models::objectText(*body)
                                 : style::Wording::trouble(body.error()).what + u'\n' + body.error().message);
            Q_EMIT changed();
        });
}

void KindWatch::wireDescription()
{
    connect(m_view->describe, &QAction::triggered, this, [this](bool on) {
        m_view->setDescribing(on);
        if (on)
            describe();
        else
            m_description->forget();
    });
    connect(m_view, &views::KindView::currentChanged, this, [this] {
        if (!m_view->describe->isChecked())
            return;
        m_description->forget();  // never another object's beside the chosen one
        m_view->description().clear();
        describe();
    });
    views::DescribeView &view = m_view->description();
    connect(&view, &views::DescribeView::retryRequested, this, &KindWatch::describe);
    connect(m_description, &KindDescription::failed, &view, &views::DescribeView::setError);
    connect(m_description, &KindDescription::described, this, [this, &view](const QString &text, const auto &nodes) {
        view.tree().setNodes(nodes);
        view.setText(text);
        Q_EMIT changed();
    });
}

void KindWatch::describe()
{
    const auto row = m_view->current();
    if (!row || !m_client)
        return;
    m_view->description().setReading();
    m_description->read(m_kind, row->key);
}

void KindWatch::showPods()
{
    const auto row = m_view->current();
    if (!row || !m_client)
        return;
    const kube::Key key = row->key;
    const auto inNamespace = [this, key](const QString &filter) {
        return m_ns.isEmpty() ? u"%1 ns=%2"_s.arg(filter, key.ns) : filter;
    };
    if (m_kind.kind == "Pod"_L1) {
        Q_EMIT podWanted(key);
    } else if (m_kind.kind == "Node"_L1) {
        Q_EMIT podsWanted(u"node="_s + key.name, {});
    } else if (m_kind.kind == "Namespace"_L1) {
        Q_EMIT podsWanted(u""_s, key.name);
    } else if (m_kind.kind == "Deployment"_L1 || m_kind.kind == "Service"_L1) {
        // Their pods are found by labels: a Deployment owns none of them, a Service owns nothing.
        m_client->get(pathOf(key), {}, "application/json")
            .then(this, [this, inNamespace, generation = m_generation](const kube::Result<QByteArray> &body) {
                if (generation != m_generation)
                    return;
                const auto filter = body.and_then(models::selectorFilter);
                if (filter)
                    Q_EMIT podsWanted(inNamespace(*filter), {});
                else
                    m_view->setText(body ? tr("It selects no pods.") : style::Wording::trouble(body.error()).what);
            });
    } else {
        Q_EMIT podsWanted(inNamespace(u"owner=%1/%2"_s.arg(m_kind.kind, key.name)), {});
    }
}

void KindWatch::goToOwner()
{
    const auto row = m_view->current();
    if (!row || row->owners.isEmpty())
        return;
    const auto controller = std::ranges::find_if(row->owners, &kube::OwnerReference::controller);
    const kube::OwnerReference owner = controller == row->owners.end() ? row->owners.constFirst() : *controller;
    show(owner.kind, {}, {row->key.ns, owner.name});
}

void KindWatch::remove()
{
    const auto row = m_view->current();
    if (!row)
        return;
    QJsonObject meta{{u"name"_s, row->key.name}, {u"uid"_s, row->uid}};
    if (m_kind.namespaced)
        meta.insert(u"namespace"_s, row->key.ns);
    const QString version = m_kind.group.isEmpty() ? m_kind.version : m_kind.group + u'/' + m_kind.version;
    const QJsonObject object{{u"apiVersion"_s, version}, {u"kind"_s, m_kind.kind}, {u"metadata"_s, meta}};
    Q_EMIT deleteRequested(
        {QJsonDocument(object).toJson(QJsonDocument::Compact), m_kind.kind.toLower() + u'/' + row->key.name, 0});
}

}  // namespace windows
