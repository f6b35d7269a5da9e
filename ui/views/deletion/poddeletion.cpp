// SPDX-License-Identifier: Apache-2.0
#include "views/deletion/poddeletion.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "models/workload.h"
#include "report/plaintext.h"
#include "views/deletion/deletionframe.h"
#include "views/deletion/removaloptions.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Glyph = 14;
constexpr int RowHeight = 26;
enum Column { Pod, Successor, Result };

/** The annotation of a mirror pod: the kubelet runs it from a file of its node. Source: kubernetes pkg/kubelet/types.
 */
bool isStatic(const kube::SlimPod &pod)
{
    return pod.family().annotationNames.contains("kubernetes.io/config.mirror"_L1) ||
           std::ranges::any_of(pod.family().owners, [](const auto &owner) { return owner.kind == "Node"_L1; });
}

}  // namespace

QString PodDeletion::successor(const kube::SlimPod &pod)
{
    if (isStatic(pod))
        return tr("static: its node's kubelet goes on running it");
    const QList<kube::OwnerReference> &owners = pod.family().owners;
    const auto owner = std::ranges::find_if(owners, &kube::OwnerReference::controller);
    if (owner == owners.cend())
        return tr("nobody: it is gone for good");
    const QString name = report::spelled(models::workloadOf(pod));
    return owner->kind == "Job"_L1 ? tr("%1, unless it is finished").arg(name) : name;
}

PodDeletion::PodDeletion(const QList<kube::PodRef> &pods, const QString &context, bool typed, QWidget *parent)
    : QDialog(parent), m_pods(pods),
      m_frame(
          new DeletionFrame(tr("Delete %n pod(s) from %1?", nullptr, int(pods.size())).arg(report::spelled(context)),
                            tr("As each pod &asks"), context, typed, this))
{
    setWindowTitle(tr("Delete Pods"));
    connect(&m_frame->options(), &RemovalOptions::changed, this, &PodDeletion::check);
    connect(&m_frame->remove(), &QPushButton::clicked, this, &PodDeletion::begin);
    fill();
    check();
    resize(760, 460);
}

void PodDeletion::fill()
{
    QTreeWidget &list = m_frame->list();
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setAccessibleName(tr("Pods to delete"));
    list.setHeaderLabels({tr("Pod"), tr("Made anew by"), tr("Result")});
    list.setColumnWidth(Pod, 300);
    list.setColumnWidth(Successor, 260);
    list.setColumnHidden(Result, true);
    for (const kube::PodRef &pod : std::as_const(m_pods)) {
        const kube::Key &key = pod->meta.key;
        const QString name = report::spelled(key.ns + u'/' + key.name);
        auto *item = new QTreeWidgetItem(&list, {name, successor(*pod)});
        item->setSizeHint(Pod, {0, RowHeight});
        item->setToolTip(Pod, models::toolTip(name));
        item->setToolTip(Successor, models::toolTip(item->text(Successor)));
    }
}

void PodDeletion::check()
{
    if (m_isBegun)
        return;
    m_frame->remove().setEnabled(!m_pods.isEmpty() && m_frame->options().isAgreed());
    m_frame->verdict().setText(
        m_frame->options().isForced()
            ? tr("0 s: the pods are gone from the cluster at once, though their containers may still run.")
            : QString());
}

QList<command::Document> PodDeletion::documents() const
{
    const command::Removal removal = m_frame->options().removal();
    QList<command::Document> documents;
    for (const kube::PodRef &pod : m_pods) {
        QJsonObject meta{{u"name"_s, pod->meta.key.name}, {u"namespace"_s, pod->meta.key.ns}};
        if (!pod->meta.uid.isEmpty())
            meta.insert(u"uid"_s, pod->meta.uid.toString());
        const QJsonObject object{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Pod"_s}, {u"metadata"_s, meta}};
        documents.append({QJsonDocument(object).toJson(QJsonDocument::Compact), u"pod/"_s + pod->meta.key.name,
                          int(documents.size()), removal});
    }
    return documents;
}

void PodDeletion::begin()
{
    if (std::exchange(m_isBegun, true))
        return;
    QTreeWidget &list = m_frame->list();
    m_frame->remove().setEnabled(false);
    m_frame->options().setEnabled(false);
    m_frame->keep().setText(tr("Close"));
    m_frame->keep().setEnabled(false);
    m_frame->verdict().setText(tr("Deleting %n pod(s)…", nullptr, int(m_pods.size())));
    list.setColumnHidden(Result, false);
    list.setColumnWidth(Pod, 240);
    list.setColumnWidth(Successor, 170);
    list.setTextElideMode(Qt::ElideRight);
    m_frame->options().hide();
    Q_EMIT confirmed();
}

void PodDeletion::reject()
{
    if (!m_isBegun || m_isTold)
        QDialog::reject();
}

void PodDeletion::showOutcomes(const QList<command::Outcome> &outcomes)
{
    m_isTold = true;
    m_frame->keep().setEnabled(true);
    m_frame->keep().setFocus();
    int done = 0;
    int unknown = 0;
    for (const command::Outcome &outcome : outcomes) {
        QTreeWidgetItem *item = m_frame->list().topLevelItem(outcome.index);
        if (!item)
            continue;
        const bool isDone = outcome.fate == command::Fate::Done;
        done += isDone ? 1 : 0;
        unknown += outcome.fate == command::Fate::Unknown ? 1 : 0;
        const style::Tone tone = isDone                                   ? style::Tone::Running
                                 : outcome.fate == command::Fate::Unknown ? style::Tone::Unknown
                                                                          : style::Tone::Failed;
        QString words = isDone          ? tr("deleted")
                        : outcome.error ? report::visibleLine(outcome.error->message)
                                        : QString();
        for (const QString &warning : outcome.warnings)
            words += u"; "_s + report::visibleLine(warning);
        item->setText(Result, words);
        item->setToolTip(Result, models::toolTip(words));
        item->setIcon(Result, delegates::toneIcon(tone, Glyph, Glyph, palette()));
    }
    QStringList sums{tr("%n deleted", nullptr, done)};
    if (const int failed = int(outcomes.size()) - done - unknown; failed > 0)
        sums.append(tr("%n not deleted", nullptr, failed));
    if (unknown > 0)
        sums.append(tr("of %n it is not known", nullptr, unknown));
    m_frame->verdict().setText(sums.join(u"  ·  "_s));
    m_frame->verdict().setAccessibleName(m_frame->verdict().text());
}

}  // namespace views
