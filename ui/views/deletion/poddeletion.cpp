// SPDX-License-Identifier: Apache-2.0
#include "views/deletion/poddeletion.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "models/workload.h"
#include "report/plaintext.h"
#include "views/deletion/removaloptions.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

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
    : QDialog(parent), m_pods(pods), m_list(new QTreeWidget(this)),
      m_options(new RemovalOptions(tr("As each pod &asks"), context, typed, this)), m_verdict(new QLabel(this))
{
    setWindowTitle(tr("Delete Pods"));
    auto *what = new QLabel(this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setText(tr("Delete %n pod(s) from %1?", nullptr, int(pods.size())).arg(report::spelled(context)));
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    m_delete = buttons->addButton(tr("Delete"), QDialogButtonBox::ActionRole);
    m_keep = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_delete->setAutoDefault(false);
    m_keep->setDefault(true);
    connect(m_options, &RemovalOptions::changed, this, &PodDeletion::check);
    connect(m_delete, &QPushButton::clicked, this, &PodDeletion::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(12);
    page->addWidget(what);
    page->addWidget(m_list, 1);
    page->addWidget(m_options);
    page->addWidget(m_verdict);
    page->addWidget(buttons);
    fill();
    check();
    resize(760, 460);
    m_keep->setFocus();
}

void PodDeletion::fill()
{
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Pods to delete"));
    m_list->setHeaderLabels({tr("Pod"), tr("Made anew by"), tr("Result")});
    m_list->setColumnWidth(Pod, 300);
    m_list->setColumnWidth(Successor, 260);
    m_list->setColumnHidden(Result, true);
    for (const kube::PodRef &pod : std::as_const(m_pods)) {
        const kube::Key &key = pod->meta.key;
        const QString name = report::spelled(key.ns + u'/' + key.name);
        auto *item = new QTreeWidgetItem(m_list, {name, successor(*pod)});
        item->setSizeHint(Pod, {0, RowHeight});
        item->setToolTip(Pod, models::toolTip(name));
        item->setToolTip(Successor, models::toolTip(item->text(Successor)));
    }
}

void PodDeletion::check()
{
    if (m_isBegun)
        return;
    m_delete->setEnabled(!m_pods.isEmpty() && m_options->isAgreed());
    m_verdict->setText(
        m_options->isForced()
            ? tr("0 s: the pods are gone from the cluster at once, though their containers may still run.")
            : QString());
}

QList<command::Document> PodDeletion::documents() const
{
    const command::Removal removal = m_options->removal();
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
    m_delete->setEnabled(false);
    m_options->setEnabled(false);
    m_keep->setText(tr("Close"));
    m_keep->setEnabled(false);
    m_verdict->setText(tr("Deleting %n pod(s)…", nullptr, int(m_pods.size())));
    m_list->setColumnHidden(Result, false);
    m_list->setColumnWidth(Pod, 240);
    m_list->setColumnWidth(Successor, 170);
    m_list->setTextElideMode(Qt::ElideRight);
    m_options->hide();
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
    m_keep->setEnabled(true);
    m_keep->setFocus();
    int done = 0;
    int unknown = 0;
    for (const command::Outcome &outcome : outcomes) {
        QTreeWidgetItem *item = m_list->topLevelItem(outcome.index);
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
    m_verdict->setText(sums.join(u"  ·  "_s));
    m_verdict->setAccessibleName(m_verdict->text());
}

}  // namespace views
