// SPDX-License-Identifier: Apache-2.0
#include "windows/work/sending.h"

#include "command/change/conflict.h"
#include "command/errand.h"
#include "manifest/compare/fieldpath.h"
#include "manifest/compare/serverfields.h"
#include "mirror/cluster.h"
#include "models/podmodel.h"
#include "report/plaintext.h"
#include "views/sending/conflictdialog.h"
#include "windows/desks/desk.h"

#include <QJsonDocument>
#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;
using manifest::objectOf;

namespace windows {

using command::Document;
using command::Outcome;
using command::Verb;

namespace {

constexpr int RenewalLimit = 5;

/** What the review cannot tell, or what may be better done in another way. */
QString reservation(const Desk &desk, const Sending::Task &task)
{
    QStringList words;
    // Servers know fieldValidation since 1.25 (KEP-2885); before, what they do not know is dropped without a word.
    if (const kube::Version version = desk.podModel().version(); version < kube::Version{25})
        words.append(Sending::tr("Kubernetes 1.%1 does not check the names of fields. What it would not keep is listed "
                                 "as a warning.")
                         .arg(version.minor));
    if (task.verb == Verb::Apply && task.origin)
        words.append(Sending::tr("This object was opened from the cluster: applying it makes Gantry an owner of every "
                                 "field in the text. Replace in the Cluster changes only what you changed."));
    return words.join(u'\n');
}

bool isMovedOn(const Outcome &outcome)
{
    return outcome.error && outcome.error->kind == kube::Error::Kind::Conflict && !command::isConflict(*outcome.error);
}

}  // namespace

Sending::Sending(Desk &desk, Task task, QWidget *window)
    : m_desk(&desk), m_task(std::move(task)), m_ns(namespaceOf(desk)),
      m_dialog(new views::ReviewDialog(
          {m_task.verb, desk.place().context, m_task.isProduction, reservation(desk, m_task)}, window))
{
    setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &views::ReviewDialog::confirmed, this, &Sending::send);
    connect(m_dialog, &views::ReviewDialog::remedyWanted, this, &Sending::remedy);
    m_dialog->open();
    prepare();
    preview();
}

QString Sending::namespaceOf(const Desk &desk)
{
    return desk.cluster()->connection().defaultNamespace;
}

command::Client *Sending::client() const
{
    return m_desk && m_desk->cluster() ? &m_desk->cluster()->client() : nullptr;
}

Document *Sending::document(int index)
{
    const auto at = std::ranges::find(m_documents, index, &Document::index);
    return at == m_documents.end() ? nullptr : &*at;
}

const Outcome *Sending::outcome(int index) const
{
    const auto at = std::ranges::find(m_preview, index, &Outcome::index);
    return at == m_preview.end() ? nullptr : &*at;
}

bool Sending::isOrigin(const Document &document) const
{
    return m_task.origin && m_task.origin->isOf(objectOf(document.json), m_ns);
}

/** What the text of an object that was opened leaves out goes back in. */
void Sending::prepare()
{
    m_documents = m_task.documents;
    for (Document &one : m_documents) {
        if (!isOrigin(one))
            continue;
        const QJsonObject &live = m_task.origin->live;
        QJsonObject whole = manifest::withSecretsBack(objectOf(one.json), live);
        if (m_task.verb == Verb::Replace)
            whole = manifest::withServerFieldsBack(whole, live);
        one.json = QJsonDocument(whole).toJson(QJsonDocument::Compact);
    }
}

void Sending::preview()
{
    command::Client *const asked = client();
    m_dialog->showWaiting();
    if (!asked)
        return;
    asked->perform({m_task.verb, m_documents, m_ns, false, true, true, false})
        .then(this, [this](const QList<Outcome> &outcomes) { takePreview(outcomes); });
}

/** An object that moved on without a change that matters here, or since a decision on it: it is looked at anew. */
bool Sending::passesOver(const Outcome &told)
{
    Document *const one = document(told.index);
    if (!one || !isMovedOn(told) || m_renewals >= RenewalLimit)
        return false;
    const auto task = std::ranges::find(m_task.documents, told.index, &Document::index);
    const bool isOurs = isOrigin(*one);
    if (m_task.verb == Verb::Replace && isOurs &&
        !(told.wasRead && manifest::sameContent(m_task.origin->live, objectOf(told.before))))
        return false;
    if (m_task.verb == Verb::Replace && !isOurs &&
        !objectOf(task->json)["metadata"_L1]["resourceVersion"_L1].isUndefined())
        return false;
    if (isOurs && m_task.verb == Verb::Replace)
        m_task.origin->live = objectOf(told.before);
    return true;
}

void Sending::takePreview(const QList<Outcome> &outcomes)
{
    m_preview = outcomes;
    bool isAgain = false;
    for (const Outcome &told : outcomes)
        isAgain |= passesOver(told);
    if (isAgain) {
        ++m_renewals;
        prepare();  // decisions on an object that is another one now are made anew
        preview();
        return;
    }
    QList<Document> clashing;
    for (const Outcome &told : outcomes)
        if (const Document *one = document(told.index); one && told.error && command::isConflict(*told.error))
            clashing.append(*one);
    if (clashing.isEmpty() || !client())
        show();
    else
        previewForced(clashing);
}

void Sending::previewForced(const QList<Document> &documents)
{
    client()
        ->perform({m_task.verb, documents, m_ns, true, true, false, false})
        .then(this, [this](const QList<Outcome> &outcomes) {
            for (const Outcome &forced : outcomes)
                for (Outcome &told : m_preview)
                    if (told.index == forced.index)
                        told.after = forced.after;
            show();
        });
}

void Sending::show()
{
    QList<int> moved;
    for (const Outcome &told : std::as_const(m_preview)) {
        const Document *one = document(told.index);
        if (one && told.wasRead && !told.before.isEmpty() && isOrigin(*one) &&
            !manifest::sameContent(m_task.origin->live, objectOf(told.before)))
            moved.append(told.index);
    }
    m_dialog->showPreview(m_documents, m_preview, moved);
    Q_EMIT reviewed();
}

void Sending::remedy(int index, views::Remedy remedy)
{
    const Outcome *told = outcome(index);
    if (!told)
        return;
    if (remedy == views::Remedy::Conflicts) {
        askConflicts(index);
        return;
    }
    Q_EMIT mergeWanted(told->before);
    m_dialog->reject();
}

void Sending::askConflicts(int index)
{
    const Outcome told = *outcome(index);
    const QByteArray sent = document(index)->json;
    const QString object = report::spelled(told.kind.toLower() + u'/' + told.key.name);
    auto *dialog = new views::ConflictDialog(object, QString::fromLatin1(command::FieldManager),
                                             command::conflictsOf(told, sent), m_dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, told, sent] {
        Document *const one = document(told.index);
        one->json = command::withoutFields(rewritten(told.index, sent, dialog->written()), dialog->left());
        one->force = !dialog->taken().isEmpty();
        if (one->force)  // what the user did not see is not taken over
            one->json = command::lockedTo(one->json, told.before);
        preview();
    });
    dialog->open();
}

QByteArray Sending::rewritten(int index, QByteArray sent, const QList<command::Conflict> &conflicts)
{
    QStringList failed;
    for (const command::Conflict &conflict : conflicts) {
        const auto json = m_task.rewrite ? m_task.rewrite(index, conflict.field, conflict.theirs) : std::nullopt;
        if (!json) {
            failed.append(conflict.field);
            continue;
        }
        sent = QJsonDocument(manifest::withField(objectOf(sent), conflict.field, conflict.theirs))
                   .toJson(QJsonDocument::Compact);
        for (Document &one : m_task.documents)
            if (one.index == index)
                one.json = *json;
    }
    if (!failed.isEmpty()) {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Conflicts"),
                                    tr("These could not be written into your text, where they are no plain values in "
                                       "one line. They are left to their owners: %1")
                                        .arg(report::visibleLine(failed.join(u", "_s))),
                                    QMessageBox::Ok, m_dialog);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    }
    return command::withoutFields(sent, failed);
}

void Sending::send()
{
    command::Client *const asked = client();
    const QList<int> chosen = m_dialog->chosen();
    QList<Document> documents;
    QList<Outcome> left;
    for (Document &one : m_documents) {
        const Outcome *told = outcome(one.index);
        if (chosen.contains(one.index)) {
            if (told && m_task.verb == Verb::Replace)
                one.json = command::lockedTo(one.json, told->before);
            documents.append(one);
        } else if (told) {
            left.append(*told);
        }
    }
    if (!asked) {  // the context was closed while the user thought about it
        for (const Document &one : std::as_const(documents)) {
            Outcome unsent;
            unsent.index = one.index;
            unsent.error =
                kube::failure(kube::Error::Kind::Cancelled, u"the connection to the cluster was closed"_s).error();
            left.append(unsent);
        }
        Q_EMIT told(left);
        return;
    }
    const bool stops = m_dialog->stopsAtFailure();
    // The dialog goes, and this with it; the answer is told all the same.
    setParent(m_dialog->parentWidget());
    asked->perform({m_task.verb, documents, m_ns, false, false, m_task.verb != Verb::Create, stops})
        .then(this, [this, left](const QList<Outcome> &outcomes) {
            QList<Outcome> all = outcomes + left;
            std::ranges::sort(all, {}, &Outcome::index);
            Q_EMIT told(all);
            deleteLater();
        });
}

}  // namespace windows
