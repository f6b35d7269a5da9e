// SPDX-License-Identifier: Apache-2.0
#include "views/deletion/objectdeletion.h"

#include "delegates/toneglyph.h"
#include "manifest/compare/serverfields.h"
#include "models/plaintext.h"
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
using manifest::objectOf;

namespace views {

namespace {

constexpr int Glyph = 14;
constexpr int RowHeight = 26;

}  // namespace

bool ObjectDeletion::Target::isAbsent() const
{
    return told.error && told.error->kind == kube::Error::Kind::NotFound;
}

ObjectDeletion::ObjectDeletion(const QList<command::Document> &documents, const QString &context, bool typed,
                               QWidget *parent)
    : QDialog(parent),
      m_frame(new DeletionFrame(
          tr("Delete %n object(s) from %1?", nullptr, int(documents.size())).arg(report::spelled(context)),
          tr("As each object &asks"), context, typed, this))
{
    for (const command::Document &document : documents) {
        const QJsonObject object = objectOf(document.json);
        const QString name = object["metadata"_L1]["name"_L1].toString();
        m_targets.append({document, report::spelled(object.value("kind"_L1).toString().toLower() + u'/' + name), {}});
    }
    setWindowTitle(tr("Delete"));
    fill();
    connect(&m_frame->options(), &RemovalOptions::changed, this, &ObjectDeletion::check);
    connect(&m_frame->remove(), &QPushButton::clicked, this, &ObjectDeletion::begin);
    check();
    resize(720, 420);
}

void ObjectDeletion::fill()
{
    QTreeWidget &list = m_frame->list();
    list.setAccessibleName(tr("Objects to delete"));
    list.setHeaderLabels({tr("Object"), tr("Namespace"), tr("What the server says"), tr("File")});
    list.setColumnWidth(0, 260);
    list.setColumnWidth(1, 140);
    list.setColumnWidth(2, 140);
    list.setColumnHidden(3, std::ranges::all_of(m_targets, [this](const Target &target) {
                             return target.document.source == m_targets.constFirst().document.source;
                         }));
    for (const Target &target : std::as_const(m_targets)) {
        const QString ns = objectOf(target.document.json)["metadata"_L1]["namespace"_L1].toString();
        const QString source = report::visibleLine(target.document.source);
        auto *item = new QTreeWidgetItem(&list, {target.name, report::spelled(ns), {}, source});
        item->setToolTip(3, models::toolTip(source));
        item->setSizeHint(0, {0, RowHeight});
        item->setToolTip(0, models::toolTip(target.name));
    }
}

QString ObjectDeletion::wordsOf(const Target &target) const
{
    if (target.isAbsent())
        return tr("is not there");
    if (target.told.error)
        return tr("refused: %1").arg(report::visibleLine(target.told.error->message));
    return target.told.uid.isEmpty() ? tr("by its name: it may not be read") : tr("is there");
}

void ObjectDeletion::showFound(const QList<command::Outcome> &rehearsed)
{
    m_isFound = true;
    for (qsizetype i = 0; i < m_targets.size(); ++i) {
        Target &target = m_targets[i];
        const auto at = std::ranges::find(rehearsed, target.document.index, &command::Outcome::index);
        if (at == rehearsed.end())
            continue;
        target.told = *at;
        QTreeWidgetItem *item = m_frame->list().topLevelItem(int(i));
        item->setText(1, report::spelled(at->key.ns));
        item->setText(2, wordsOf(target));
        item->setToolTip(2, models::toolTip(item->text(2)));
        const style::Tone tone = target.isAbsent() ? style::Tone::Done
                                 : at->error       ? style::Tone::Failed
                                                   : style::Tone::Waiting;
        item->setIcon(2, delegates::toneIcon(tone, Glyph, Glyph, palette()));
    }
    check();
}

void ObjectDeletion::check()
{
    const auto there = std::ranges::count_if(m_targets, [](const Target &target) { return !target.isAbsent(); });
    m_frame->remove().setEnabled(m_isFound && !m_isBegun && there > 0 && m_frame->options().isAgreed());
    QStringList words;
    if (!m_isFound)
        words.append(tr("Looking for them…"));
    QStringList whole;
    for (const Target &target : std::as_const(m_targets))
        if (target.told.kind == "Namespace"_L1 && !target.isAbsent())
            whole.append(report::spelled(target.told.key.name));
    if (!whole.isEmpty())
        words.append(tr("With a namespace, everything in it is deleted too: %1.").arg(whole.join(u", "_s)));
    if (m_frame->options().isForced())
        words.append(tr("0 s: they are gone from the cluster at once, though their containers may still run."));
    m_frame->verdict().setText(words.join(u'\n'));
}

QList<command::Document> ObjectDeletion::documents() const
{
    QList<command::Document> documents;
    for (const Target &target : m_targets) {
        if (target.isAbsent())
            continue;
        const QJsonObject whole = objectOf(target.document.json);
        QJsonObject meta{{u"name"_s, whole["metadata"_L1]["name"_L1]}};
        if (!target.told.key.ns.isEmpty())
            meta.insert(u"namespace"_s, target.told.key.ns);
        if (!target.told.uid.isEmpty())
            meta.insert(u"uid"_s, target.told.uid);
        const QJsonObject least{{u"apiVersion"_s, whole.value("apiVersion"_L1)},
                                {u"kind"_s, whole.value("kind"_L1)},
                                {u"metadata"_s, meta}};
        command::Document document = target.document;
        document.json = QJsonDocument(least).toJson(QJsonDocument::Compact);
        document.removal = m_frame->options().removal();
        documents.append(document);
    }
    return documents;
}

bool ObjectDeletion::isReady() const
{
    return m_frame->remove().isEnabled();
}

void ObjectDeletion::begin()
{
    if (!isReady() || std::exchange(m_isBegun, true))
        return;
    check();
    Q_EMIT confirmed();
    accept();
}

}  // namespace views
