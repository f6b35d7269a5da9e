// SPDX-License-Identifier: Apache-2.0
#include "views/deletion/poddeletion.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "models/workload.h"
#include "report/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Glyph = 14;
constexpr int RowHeight = 26;
constexpr int LongestGrace = 86'400;  // a day: more is a slip of the finger
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
    : QDialog(parent), m_pods(pods), m_context(context), m_typed(typed), m_list(new QTreeWidget(this)),
      m_ownGrace(new QCheckBox(tr("As each pod &asks"), this)), m_grace(new QSpinBox(this)),
      m_propagation(new QComboBox(this)), m_name(new QLineEdit(this)), m_verdict(new QLabel(this))
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
    connect(m_delete, &QPushButton::clicked, this, &PodDeletion::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(12);
    page->addWidget(what);
    page->addWidget(m_list, 1);
    page->addWidget(makeOptions());
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

QWidget *PodDeletion::makeOptions()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_ownGrace->setChecked(true);
    m_grace->setRange(0, LongestGrace);
    m_grace->setValue(30);
    m_grace->setSuffix(tr(" s"));
    m_grace->setEnabled(false);
    m_grace->setAccessibleName(tr("Grace period in seconds"));
    auto *grace = new QHBoxLayout;
    grace->addWidget(m_ownGrace);
    grace->addWidget(m_grace);
    grace->addStretch();
    connect(m_ownGrace, &QCheckBox::toggled, m_grace, &QWidget::setDisabled);
    connect(m_ownGrace, &QCheckBox::toggled, this, &PodDeletion::check);
    connect(m_grace, &QSpinBox::valueChanged, this, &PodDeletion::check);
    m_propagation->addItem(tr("Background: what they own is deleted after them"),
                           int(command::Propagation::Background));
    m_propagation->addItem(tr("Foreground: what they own is deleted before them"),
                           int(command::Propagation::Foreground));
    m_propagation->addItem(tr("Orphan: what they own stays"), int(command::Propagation::Orphan));
    m_propagation->setAccessibleName(tr("Propagation"));
    form->addRow(tr("Grace period:"), grace);
    form->addRow(tr("&Propagation:"), m_propagation);
    m_name->setObjectName(u"contextName"_s);
    m_name->setVisible(m_typed);
    m_name->setAccessibleName(tr("Name of the context"));
    if (m_typed) {
        auto *ask = new QLabel(tr("Production: type the context's name, %1").arg(report::spelled(m_context)), this);
        ask->setTextFormat(Qt::PlainText);
        ask->setWordWrap(true);
        ask->setBuddy(m_name);
        form->addRow(ask);
        form->addRow(m_name);
        connect(m_name, &QLineEdit::textChanged, this, &PodDeletion::check);
    }
    return box;
}

void PodDeletion::check()
{
    if (m_isBegun)
        return;
    m_delete->setEnabled(!m_pods.isEmpty() && (!m_typed || m_name->text() == m_context));
    const bool isForced = !m_ownGrace->isChecked() && m_grace->value() == 0;
    m_verdict->setText(
        isForced ? tr("0 s: the pods are gone from the cluster at once, though their containers may still run.")
                 : QString());
}

QList<command::Document> PodDeletion::documents() const
{
    command::Removal removal;
    if (!m_ownGrace->isChecked())
        removal.grace = std::chrono::seconds(m_grace->value());
    removal.propagation = command::Propagation(m_propagation->currentData().toInt());
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
    for (QWidget *part : std::initializer_list<QWidget *>{m_delete, m_ownGrace, m_grace, m_propagation, m_name})
        part->setEnabled(false);
    m_keep->setText(tr("Close"));
    m_keep->setEnabled(false);
    m_verdict->setText(tr("Deleting %n pod(s)…", nullptr, int(m_pods.size())));
    m_list->setColumnHidden(Result, false);
    m_list->setColumnWidth(Pod, 240);
    m_list->setColumnWidth(Successor, 170);
    m_list->setTextElideMode(Qt::ElideRight);
    m_propagation->parentWidget()->hide();
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
