// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/editorassist.h"

#include "decode/workload.h"
#include "manifest/assist/explain.h"
#include "models/plaintext.h"
#include "views/editor/assist/bundledschema.h"
#include "views/editor/assist/quickfixes.h"
#include "views/editor/assist/remarklist.h"
#include "views/editor/assist/remarkwords.h"
#include "views/editor/assist/wordlist.h"
#include "views/editor/yamleditor.h"

#include <QAction>
#include <QMenu>
#include <QTextBlock>
#include <QTimerEvent>
#include <QToolTip>
#include <QUrl>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using manifest::Remark;

namespace {

constexpr int LookAtNodes = 2000;       ///< milliseconds
constexpr qsizetype MostVersions = 30;  ///< of the API that one text asks the cluster for
constexpr qsizetype MostAccounts = 20;
constexpr qsizetype LinesTold = 40;

QString cut(const QString &text, qsizetype lines)
{
    const QStringList all = text.split(u'\n');
    return all.size() <= lines ? text : all.first(lines).join(u'\n') + u"\n…"_s;
}

QList<kube::NodePtr> nodesOf(const models::Snapshot *snapshot)
{
    QList<kube::NodePtr> nodes = snapshot ? snapshot->nodes().values() : QList<kube::NodePtr>();
    std::ranges::sort(nodes, {}, [](const kube::NodePtr &node) { return node->meta.key.name; });
    return nodes;
}

}  // namespace

EditorAssist::EditorAssist(YamlEditor &editor, QMenu &menu, QWidget *panel)
    : QObject(panel), m_editor(editor), m_panel(panel), m_menu(menu), m_list(new RemarkList(panel)),
      m_words(new WordList(editor, m_names, this))
{
    menu.addSeparator();
    const auto add = [&](const QString &text, const QString &tip, const char *key, void (EditorAssist::*does)()) {
        connect(make(text, tip, QKeySequence(QString::fromLatin1(key))), &QAction::triggered, this, does);
    };
    add(tr("Next Problem"), tr("Go to the next error, warning or note"), "F8", &EditorAssist::goToNext);
    add(tr("Previous Problem"), tr("Go to the error, warning or note before"), "Shift+F8", &EditorAssist::goToPrevious);
    add(tr("Explain Field"), tr("What the field at the cursor means"), "Ctrl+I", &EditorAssist::explainHere);
    add(tr("Quick Fix…"), tr("Edits that are offered for this line"), "Alt+Return", &EditorAssist::offerFixes);
    connect(make(tr("Complete"), tr("Offer what may stand at the cursor"), QKeySequence(u"Ctrl+Space"_s)),
            &QAction::triggered, this, [this] { m_words->offer(true); });
    connect(&m_reading, &TextReading::done, this, &EditorAssist::takeReading);
    connect(&m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_reading.stop();
        readBundled();
    });
    connect(&m_hinting, &QFutureWatcherBase::finished, this, &EditorAssist::takeHints);
    const auto takeObjects = [this] {
        if (m_hintRevision != m_editor.version())
            return;  // the text is read anew anyway
        showRemarks();
        Q_EMIT taken();
    };
    connect(&m_objects, &LiveObjects::arrived, this, takeObjects, Qt::QueuedConnection);
    connect(m_list, &RemarkList::placeChosen, &m_editor, &YamlEditor::goTo);
    m_editor.setHover([this](manifest::Place place, bool isBehind) { return hoverText(place, isBehind); });
    m_look.start(LookAtNodes, this);
}

EditorAssist::~EditorAssist()
{
    m_editor.setHover({});
}

QAction *EditorAssist::make(const QString &text, const QString &tip, const QKeySequence &key)
{
    auto *action = new QAction(text, m_panel);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(u"%1 (%2)"_s.arg(tip, key.toString(QKeySequence::NativeText)));
    action->setStatusTip(tip);
    m_panel->addAction(action);
    m_menu.addAction(action);
    return action;
}

void EditorAssist::setGround(AskGround ground, const QString &cacheFolder)
{
    m_ground = std::move(ground);
    m_source = std::make_unique<command::SchemaSource>(command::SchemaCache(cacheFolder));
    connect(m_source.get(), &command::SchemaSource::changed, this, [this] {
        m_shelf.cluster = m_source->sets();
        renewShelf();
    });
    m_cluster.clear();
    followGround();
}

void EditorAssist::followGround()
{
    const Ground now = ground();
    const QString cluster = now.client ? now.cluster : QString();
    if (!m_source || cluster == m_cluster)
        return;
    m_cluster = cluster;
    m_accounts.clear();
    m_asked.clear();
    m_names.setGround(m_ground);
    m_objects.setGround(m_ground);
    m_source->setWire([this] { return ground().client; });
    read(m_name);
}

void EditorAssist::readBundled()
{
    if (m_hasAskedBundled || m_editor.document()->isEmpty())
        return;
    m_hasAskedBundled = true;
    bundledSchema().then(this, [this](const std::shared_ptr<const kube::SchemaSet> &set) {
        m_shelf.bundled = set;
        m_shelf.release = QString::fromLatin1(BundledRelease);
        renewShelf();
    });
}

void EditorAssist::renewShelf()
{
    ++m_shelf.revision;
    m_reading.setShelf(m_shelf);
    m_words->setShelf(m_shelf);
    read(m_name);
}

void EditorAssist::lookAgain()
{
    m_objects.setGround(m_ground);
    if (m_hintRevision == m_editor.version()) {
        showRemarks();
        Q_EMIT taken();
    }
}

void EditorAssist::read(const QString &name)
{
    m_name = name;
    readBundled();
    m_reading.read(m_editor.text(), name, m_editor.version());
}

void EditorAssist::forget()
{
    m_reviewed = {};
    m_remarks.clear();
    m_hintRevision = -1;
    m_editor.setRemarks({});
    m_editor.setHints({});
    m_list->setRemarks({}, m_shelf.release);
}

void EditorAssist::takeReading(int revision, const manifest::Reviewed &reviewed)
{
    if (revision != m_editor.version()) {  // its places are of another text
        read(m_name);
        return;
    }
    m_reviewed = reviewed;
    showRemarks();
    if (m_source) {
        QStringList versions;
        for (const manifest::Document &document : reviewed.parsed.documents)
            if (versions.size() < MostVersions && !document.apiVersion.isEmpty() &&
                !versions.contains(document.apiVersion))
                versions << document.apiVersion;
        m_source->want(versions);
    }
    hint();
    Q_EMIT taken();
}

void EditorAssist::showRemarks()
{
    m_remarks = m_reviewed.remarks + m_objects.remarksOn(m_reviewed.parsed.documents);
    std::ranges::stable_sort(m_remarks, {}, [](const Remark &remark) {
        return std::tuple(remark.place.line, remark.place.column, remark.severity);
    });
    m_editor.setRemarks(m_remarks);
    m_list->setRemarks(m_remarks, m_shelf.release);
}

const Remark *EditorAssist::worst() const
{
    const auto of = [this](Remark::Severity severity) -> const Remark * {
        const auto at = std::ranges::find(m_remarks, severity, &Remark::severity);
        return at == m_remarks.end() ? nullptr : &*at;
    };
    const Remark *error = of(Remark::Severity::Error);
    return error ? error : of(Remark::Severity::Warning);
}

QString EditorAssist::wordsOf(const Remark &remark) const
{
    return RemarkWords::sentence(remark, m_shelf.release);
}

QString EditorAssist::hoverText(manifest::Place place, bool isBehind) const
{
    QStringList words;
    for (const Remark &remark : m_editor.marks().remarksAt(place.line))
        words << RemarkWords::whole(remark, m_shelf.release);
    const LineHint *hint = m_editor.marks().hintAt(place.line);
    if (hint && isBehind)
        words << hint->reason;
    const auto spot = isBehind ? std::nullopt : m_editor.spotAt(place);
    if (const auto told = spot ? manifest::explain(*spot, m_shelf) : std::nullopt)
        words << cut(RemarkWords::explanation(*told, m_shelf.release, true), LinesTold / 2);
    return words.join(u"\n\n"_s);
}

void EditorAssist::explainHere()
{
    const QTextCursor cursor = m_editor.textCursor();
    const auto spot = m_editor.spotAt({cursor.blockNumber() + 1, cursor.positionInBlock() + 1});
    const auto told = spot ? manifest::explain(*spot, m_shelf) : std::nullopt;
    m_editor.tellAtCursor(told ? cut(RemarkWords::explanation(*told, m_shelf.release, false), LinesTold)
                               : tr("Nothing is known of a field here."));
}

void EditorAssist::goToNext()
{
    const QList<Remark> &remarks = m_editor.marks().remarks();
    const QTextCursor cursor = m_editor.textCursor();
    const std::pair here(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    const auto after = std::ranges::find_if(
        remarks, [&](const Remark &remark) { return std::pair(remark.place.line, remark.place.column) > here; });
    if (!remarks.isEmpty())
        go(after == remarks.end() ? remarks.constFirst() : *after);
}

void EditorAssist::goToPrevious()
{
    const QList<Remark> &remarks = m_editor.marks().remarks();
    const QTextCursor cursor = m_editor.textCursor();
    const std::pair here(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    const auto before = std::find_if(remarks.crbegin(), remarks.crend(), [&](const Remark &remark) {
        return std::pair(remark.place.line, remark.place.column) < here;
    });
    if (!remarks.isEmpty())
        go(before == remarks.crend() ? remarks.constLast() : *before);
}

void EditorAssist::go(const Remark &remark)
{
    m_editor.goTo(remark.place);
    m_editor.tellAtCursor(RemarkWords::whole(remark, m_shelf.release));
}

QList<QuickFix> EditorAssist::fixes(bool mayAsk)
{
    const int line = m_editor.textCursor().blockNumber() + 1;
    const bool isRead = m_editor.version() == m_hintRevision;
    const QList<manifest::Document> none;
    const QList<manifest::Document> &documents = isRead ? m_reviewed.parsed.documents : none;
    const manifest::Document *document = QuickFixes::documentAt(documents, line);
    const bool isImage = document && QuickFixes::imageAt(*document, line);
    const QStringList secrets = isImage ? m_names.pullSecrets(document->ns, mayAsk) : QStringList();
    return QuickFixes::of({m_editor, line, m_editor.marks().remarksAt(line), documents, secrets}, ground().snapshot);
}

void EditorAssist::offerFixes()
{
    const QList<QuickFix> offered = fixes(true);
    if (offered.isEmpty()) {
        m_editor.tellAtCursor(tr("Nothing is offered for this line."));
        return;
    }
    auto *menu = new QMenu(m_panel);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto fill = [this, menu](const QList<QuickFix> &list) {
        menu->clear();
        for (const QuickFix &fix : list)
            connect(menu->addAction(models::actionText(fix.words)), &QAction::triggered, this,
                    [this, edit = fix.edit] { QuickFixes::apply(m_editor, edit); });
    };
    fill(offered);
    connect(&m_names, &LiveNames::arrived, menu, [this, fill] { fill(fixes(false)); }, Qt::QueuedConnection);
    const QRect at = m_editor.cursorRect();
    menu->popup(m_editor.viewport()->mapToGlobal(at.bottomLeft() + QPoint(0, 2)));
    menu->setActiveAction(menu->actions().value(0));
}

/** What the images would do on the nodes, worked out in another thread. */
void EditorAssist::hint()
{
    m_hintRevision = m_editor.version();
    if (m_hinting.isRunning()) {
        m_hintAgain = true;
        return;
    }
    m_hintAgain = false;
    const Ground now = ground();
    m_nodes = nodesOf(now.snapshot);
    m_hinting.setFuture(QtConcurrent::run(&PullHints::of, m_reviewed.parsed.documents, m_nodes, m_accounts, now.ns));
}

void EditorAssist::takeHints()
{
    if (m_hintAgain) {
        hint();
        return;
    }
    const PullHints::Told told = m_hinting.result();
    if (m_hintRevision == m_editor.version())
        m_editor.setHints(told.hints);
    if (!m_nodes.isEmpty())
        askAccounts(told.unknown);
}

void EditorAssist::askAccounts(const QStringList &accounts)
{
    const Ground now = ground();
    for (const QString &account : accounts) {
        const QString ns = account.section(u'/', 0, 0);
        if (!now.client || ns.isEmpty() || m_asked.contains(account) || m_asked.size() >= MostAccounts)
            continue;
        m_asked << account;
        const auto part = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
        now.client
            ->get(u"/api/v1/namespaces/%1/serviceaccounts/%2"_s.arg(part(ns), part(account.section(u'/', 1))), {},
                  "application/json")
            .then(this, [this, account, cluster = m_cluster](const kube::Result<QByteArray> &body) {
                const auto names = body ? decode::pullSecretNames(*body) : std::unexpected(body.error());
                if (!names || cluster != m_cluster)
                    return;  // not known, and told as that
                m_accounts.insert(account, *names);
                hint();
            });
    }
}

void EditorAssist::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_look.timerId())
        return QObject::timerEvent(event);
    const Ground now = ground();
    if (m_panel->isVisible() && m_remarks.size() != m_reviewed.remarks.size())
        showRemarks();  // what rests on live objects is looked at again while it is told
    if (m_panel->isVisible() && m_hintRevision == m_editor.version() && nodesOf(now.snapshot) != m_nodes)
        hint();
}

}  // namespace views
