// SPDX-License-Identifier: Apache-2.0
#include "windows/work/editorwork.h"

#include "command/change/conflict.h"
#include "manifest/compare/serverfields.h"
#include "mirror/cluster.h"
#include "report/plaintext.h"
#include "style/wording.h"
#include "views/compare/mergedialog.h"
#include "views/deletion/objectdeletion.h"
#include "views/editor/editorpanel.h"
#include "views/editor/editorsending.h"
#include "windows/desks/desks.h"
#include "windows/work/podwork.h"

#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

using command::Document;
using command::Outcome;
using command::Verb;

namespace {

/** Whether a write found the object in another state than the user saw, and nothing else is wrong. */
bool isOvertaken(const Outcome &outcome)
{
    return outcome.error && outcome.fate == command::Fate::NotDone &&
           outcome.error->kind == kube::Error::Kind::Conflict;
}

}  // namespace

EditorWork::EditorWork(Desks &desks, const PodWork &work, views::EditorPanel &editor, QWidget *window)
    : QObject(window), m_desks(desks), m_work(work), m_editor(editor), m_window(window)
{
    wire();
}

void EditorWork::wire()
{
    using Panel = views::EditorPanel;
    connect(&m_editor, &Panel::createRequested, this, [this](const auto &all) { begin(Verb::Create, all); });
    connect(&m_editor, &Panel::applyRequested, this, [this](const auto &all) { begin(Verb::Apply, all); });
    connect(&m_editor, &Panel::replaceRequested, this, [this](const auto &all) { begin(Verb::Replace, all); });
    connect(&m_editor, &Panel::deleteRequested, this, [this](const auto &all) {
        if (Desk *desk = m_desks.current())
            remove(*desk, all, true);
    });
    connect(&m_editor, &Panel::opened, this, [this] { m_origin.reset(); });
    connect(&m_editor, &Panel::resumed, this,
            [this](const QJsonObject &keepsake, const QString &text) { m_origin = Origin::resumed(keepsake, text); });
}

void EditorWork::begin(Verb verb, const QList<Document> &documents)
{
    Desk *desk = m_desks.current();
    if (desk && desk->cluster() && !desk->isReadOnly())
        start(*desk, verb, documents);
}

/** The answer belongs to the context that was asked, whatever is shown when it comes. */
void EditorWork::start(Desk &desk, Verb verb, const QList<Document> &documents)
{
    const bool isHere = m_origin && m_origin->place == desk.place();
    if (isHere && m_origin->isPartial) {
        complete(desk, verb, documents);
        return;
    }
    Sending::Task task{verb, documents, isHere ? m_origin : std::nullopt, m_work.isProduction(desk.place().context)};
    task.rewrite = [this](int index, const QString &field, const QJsonValue &value) {
        return m_editor.sending().writeValue(index, field, value);
    };
    auto *sending = new Sending(desk, task, m_window);
    connect(sending, &Sending::reviewed, this, &EditorWork::done);
    connect(sending, &Sending::mergeWanted, this, &EditorWork::merge);
    connect(sending, &Sending::told, this,
            [this, asked = QPointer(&desk), verb, documents](const QList<Outcome> &outcomes) {
                take(asked, verb, documents, outcomes);
            });
}

void EditorWork::complete(Desk &desk, Verb verb, const QList<Document> &documents)
{
    desk.cluster()
        ->client()
        .get(m_origin->path, {}, "application/json")
        .then(this, [this, asked = QPointer(&desk), verb, documents,
                     uid = m_origin->uid()](const kube::Result<QByteArray> &body) {
            if (!asked || !asked->cluster() || !m_origin || m_origin->uid() != uid)
                return;
            if (!body) {
                warn(tr("Open in the Editor"),
                     style::Wording::trouble(body.error()).what + u'\n' + body.error().message);
                return;
            }
            Origin now = m_origin->renewed(*body);
            if (now.uid() != uid || now.version() != m_origin->version()) {
                merge(*body);
                return;
            }
            now.text = m_origin->text;
            setOrigin(now);
            start(*asked, verb, documents);
        });
}

void EditorWork::setOrigin(const std::optional<Origin> &origin)
{
    m_origin = origin;
    m_editor.keepOrigin(origin ? origin->keepsake() : QJsonObject(), origin ? origin->text : QString());
}

void EditorWork::take(const QPointer<Desk> &desk, Verb verb, const QList<Document> &documents,
                      const QList<Outcome> &outcomes)
{
    m_editor.showOutcomes(outcomes);
    QList<Document> overtaken;
    for (const Outcome &outcome : outcomes) {
        const auto at = std::ranges::find(documents, outcome.index, &Document::index);
        if (isOvertaken(outcome) && outcome.skip == command::Skip::None && at != documents.end())
            overtaken.append(*at);
        if (desk && !outcome.error && outcome.kind == "Pod"_L1)
            desk->select(outcome.key);
        if (desk && m_origin && m_origin->place == desk->place() && !outcome.error && at != documents.end() &&
            m_origin->isOf(manifest::objectOf(at->json), outcome.key.ns))
            setOrigin(m_origin->renewed(outcome.after));
    }
    Q_EMIT done();
    // What the user saw is not so any more: it is shown as it is now, and nothing is decided for the user.
    if (desk && desk->cluster() && !overtaken.isEmpty())
        start(*desk, verb, overtaken);
}

void EditorWork::open(Desk &desk, const QString &path, const QString &name)
{
    if (!desk.cluster() || path.isEmpty())
        return;
    desk.cluster()
        ->client()
        .get(path, {}, "application/json")
        .then(this, [this, place = desk.place(), path, name](const kube::Result<QByteArray> &body) {
            if (body)
                openText(place, path, name, *body);
            else
                warn(tr("Open in the Editor"),
                     style::Wording::trouble(body.error()).what + u'\n' + body.error().message);
        });
}

void EditorWork::openText(const Place &place, const QString &path, const QString &name, const QByteArray &json)
{
    std::optional<Origin> origin = Origin::of(place, json);
    const bool isSame = origin && m_origin && m_origin->place == place && m_origin->uid() == origin->uid();
    // The same object stays as it is being worked on; what changed meanwhile shows when it is sent.
    if (origin)
        origin->path = path;
    if (origin && !isSame && m_editor.openText(report::fileName(name) + u".yaml"_s, origin->text))
        setOrigin(origin);
    m_editor.setFocus(Qt::OtherFocusReason);
    Q_EMIT done();
}

void EditorWork::merge(const QByteArray &live)
{
    if (!m_origin)
        return;
    const Origin now = m_origin->renewed(live);
    auto *dialog = new views::MergeDialog(m_editor.name(), tr("in the cluster"),
                                          {m_origin->text, m_editor.text(), now.text}, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, now] {
        m_editor.changeText(dialog->result());
        setOrigin(now);
        Q_EMIT done();
    });
    dialog->open();
    Q_EMIT done();
}

void EditorWork::remove(Desk &desk, const QList<Document> &documents, bool fromEditor)
{
    if (!desk.cluster() || documents.isEmpty())
        return;
    if (desk.isReadOnly())
        return warn(tr("Delete"), tr("%1 is read-only").arg(report::visibleLine(desk.place().context)));
    const QString context = desk.place().context;
    const QString ns = Sending::namespaceOf(desk);
    auto *dialog = new views::ObjectDeletion(documents, context, m_work.isProduction(context), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    desk.cluster()
        ->client()
        .rehearse(Verb::Remove, documents, ns)
        .then(dialog, [this, dialog](const QList<Outcome> &found) {
            dialog->showFound(found);
            Q_EMIT done();
        });
    connect(dialog, &views::ObjectDeletion::confirmed, this, [this, dialog, asked = QPointer(&desk), ns, fromEditor] {
        if (!asked || !asked->cluster())
            return;
        asked->cluster()
            ->client()
            .remove(dialog->documents(), ns)
            .then(this, [this, fromEditor](const QList<Outcome> &outcomes) {
                if (fromEditor)
                    m_editor.showOutcomes(outcomes);
                for (const Outcome &outcome : outcomes)
                    if (!fromEditor && outcome.error)
                        warn(tr("Delete"), outcome.error->message);
                Q_EMIT done();
            });
    });
    dialog->open();
}

void EditorWork::warn(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, report::visible(text), QMessageBox::Ok, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace windows
