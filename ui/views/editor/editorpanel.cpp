// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorpanel.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/palette.h"
#include "style/wording.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/assist/remarklist.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorlayout.h"
#include "views/editor/editorsending.h"
#include "views/editor/findbar.h"
#include "views/editor/notices.h"
#include "views/editor/outcomelist.h"
#include "views/editor/outlinebox.h"
#include "views/editor/sheets/ondisk.h"
#include "views/editor/yamleditor.h"

#include <QEvent>
#include <QInputDialog>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

namespace {

constexpr int GlyphSize = 14;

style::Tone toneOf(manifest::Problem::Severity severity)
{
    return severity == manifest::Problem::Severity::Error ? style::Tone::Failed : style::Tone::Waiting;
}

}  // namespace

EditorPanel::EditorPanel(QWidget *parent)
    : QWidget(parent), m_actions(new EditorActions(this)), m_editor(new YamlEditor(this)),
      m_sheets(new Sheets(*m_editor, this)), m_assist(new EditorAssist(*m_editor, *m_actions->more, this)),
      m_notice(new Notices(this)), m_find(new FindBar(m_editor, this)), m_outline(new OutlineBox(this)),
      m_outcomes(new OutcomeList(this)), m_send(new EditorSending(*m_sheets, *m_editor, *m_outcomes, this)),
      m_disk(new OnDisk(*m_sheets, *m_editor, this)), m_title(new QLabel(this)), m_position(new QLabel(this)),
      m_status(new QToolButton(this))
{
    setAccessibleName(tr("YAML editor"));
    setFocusProxy(m_editor);
    m_pause.setSingleShot(true);
    m_pause.setInterval(m_assist->pause());
    layOutEditor(this, {*m_actions, m_title, m_outline, m_notice, m_find, m_editor, m_status, m_position, m_outcomes,
                        &m_assist->list()});
    m_outcomes->hide();
    wire();
    wireFiles();
    wireSearch();
    put({new Sheet(tr("untitled.yaml"), {}, nullptr)});
}

EditorPanel::~EditorPanel()
{
    delete m_send;
    m_sheets->disconnect(this);
    delete m_assist;  // it lets go of the editor
}

void EditorPanel::wire()
{
    connect(m_actions->comment, &QAction::triggered, m_editor, &YamlEditor::toggleComment);
    connect(m_actions->create, &QAction::triggered, this, [this] { send(&EditorPanel::createRequested); });
    connect(m_actions->apply, &QAction::triggered, this, [this] { send(&EditorPanel::applyRequested); });
    connect(m_actions->replaceLive, &QAction::triggered, this, [this] { send(&EditorPanel::replaceRequested); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { send(&EditorPanel::deleteRequested); });
    connect(m_editor, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &EditorPanel::check);
    connect(m_assist, &EditorAssist::taken, this, &EditorPanel::takeReading);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &EditorPanel::updateStatus);
    connect(m_status, &QToolButton::clicked, this, [this] { m_assist->list().setOpen(!m_assist->list().isOpen()); });
    connect(m_send, &EditorSending::wasRead, this, [this] {
        listDocuments();
        updateStatus();
    });
}

void EditorPanel::wireSearch()
{
    connect(m_actions->find, &QAction::triggered, this, [this] { m_find->open(false); });
    connect(m_actions->replace, &QAction::triggered, this, [this] { m_find->open(true); });
    connect(m_actions->findNext, &QAction::triggered, m_find, &FindBar::findNext);
    connect(m_actions->findPrevious, &QAction::triggered, m_find, &FindBar::findPrevious);
    connect(m_actions->goToLine, &QAction::triggered, this, [this] {
        const int count = m_editor->blockCount();
        bool isChosen = false;
        const int line = QInputDialog::getInt(this, tr("Go to Line"), tr("Line, 1 to %1:").arg(count),
                                              m_editor->textCursor().blockNumber() + 1, 1, count, 1, &isChosen);
        if (isChosen)
            m_editor->goTo({line, 1});
    });
    connect(m_actions->fold, &QAction::triggered, m_editor, &YamlEditor::fold);
    connect(m_actions->unfold, &QAction::triggered, m_editor, &YamlEditor::unfold);
    connect(m_actions->foldAll, &QAction::triggered, m_editor, &YamlEditor::foldEverything);
    connect(m_actions->unfoldAll, &QAction::triggered, m_editor, &YamlEditor::unfoldEverything);
    connect(m_outline, &OutlineBox::placeChosen, this, [this](qsizetype sheet, int line) {
        m_sheets->show(*m_sheets->all().at(sheet));
        m_editor->goTo({line, 1});
    });
}

QAction *EditorPanel::createAction() const
{
    return m_actions->create;
}

QAction *EditorPanel::applyAction() const
{
    return m_actions->apply;
}

QAction *EditorPanel::replaceAction() const
{
    return m_actions->replaceLive;
}

QAction *EditorPanel::deleteAction() const
{
    return m_actions->remove;
}

QString EditorPanel::text() const
{
    return m_sheets->current().text();
}

bool EditorPanel::isModified() const
{
    return !m_sheets->modified().isEmpty();
}

void EditorPanel::put(const QList<Sheet *> &sheets)
{
    m_send->forget();
    m_sheets->replace(sheets);
    QStringList paths;
    for (const Sheet *sheet : sheets)
        paths << sheet->file.path();
    m_notice->takeBack(paths);
    if (m_sheets->isSeveral())
        m_sheets->read(sheets, [this](const QList<SheetReading> &readings) {
            for (const SheetReading &reading : readings)
                if (reading.isOfNow())
                    reading.sheet->parsed = reading.parsed;
            listDocuments();
        });
    Q_EMIT opened();
}

/** Another text stands in the editor. */
void EditorPanel::takeShown()
{
    notice({});
    m_assist->forget();
    check();
    listDocuments();
    updateStatus();
    updateTitle();
    if (m_sheets->current().isTaken)
        m_disk->tell();
}

void EditorPanel::send(void (EditorPanel::*request)(const QList<command::Document> &))
{
    check();
    const bool isOne = m_actions->onlyThis->isChecked();
    m_send->send(isOne ? QList{&m_sheets->current()} : m_sheets->all(),
                 [this, request](const QList<command::Document> &documents) { Q_EMIT(this->*request)(documents); });
}

void EditorPanel::showOutcomes(const QList<command::Outcome> &outcomes)
{
    m_send->showOutcomes(outcomes);
    m_assist->lookAgain();
}

void EditorPanel::tell(const kube::Error &error)
{
    m_notice->say(style::Tone::Failed, Notices::wordsOf(error));
}

void EditorPanel::updateTitle()
{
    Sheet &sheet = m_sheets->current();
    const bool hasFile = !sheet.file.path().isEmpty();
    const QString name = report::visibleLine(sheet.name);
    QString shown = sheet.isModified() ? name + u" •"_s : name;
    if (m_sheets->isSeveral())
        shown = tr("%1 (%2 of %3)").arg(shown).arg(m_sheets->all().indexOf(&sheet) + 1).arg(m_sheets->all().size());
    m_actions->compare->setEnabled(hasFile);
    m_actions->setSeveral(m_sheets->isSeveral());
    m_title->setText(m_title->fontMetrics().elidedText(shown, Qt::ElideMiddle, std::max(40, m_title->width())));
    m_title->setToolTip(models::toolTip(hasFile ? sheet.file.path() : sheet.name));
    m_title->setAccessibleName(sheet.isModified() ? tr("%1, not saved").arg(sheet.name) : sheet.name);
    Q_EMIT titleChanged();
}

void EditorPanel::notice(const QString &text, const QString &action, const std::function<void()> &remedy)
{
    m_notice->say(style::Tone::Waiting, text, action, remedy);
}

/** The text is read off this thread: writing goes on meanwhile. */
void EditorPanel::check()
{
    m_pause.stop();
    m_assist->read(m_sheets->current().name);
}

void EditorPanel::takeReading()
{
    m_sheets->current().parsed = m_assist->parsed();
    m_sheets->current().isRead = true;
    m_pause.setInterval(m_assist->pause());
    listDocuments();
    updateStatus();
}

void EditorPanel::listDocuments()
{
    m_outline->setSheets(m_sheets->all());
    m_outline->setPlace(m_sheets->all().indexOf(&m_sheets->current()), m_editor->textCursor().blockNumber() + 1);
}

void EditorPanel::updateStatus()
{
    const QTextCursor cursor = m_editor->textCursor();
    const Sheet &sheet = m_sheets->current();
    m_outline->setPlace(m_sheets->all().indexOf(&sheet), cursor.blockNumber() + 1);
    m_position->setText(tr("Ln %1, Col %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
    style::Tone tone = style::Tone::Running;
    QString words = tr("%n document(s)", nullptr, int(sheet.parsed.documents.size()));
    const auto error =
        std::ranges::find(sheet.parsed.problems, manifest::Problem::Severity::Error, &manifest::Problem::severity);
    const auto first = error != sheet.parsed.problems.end() ? error : sheet.parsed.problems.begin();
    if (first != sheet.parsed.problems.end()) {
        tone = toneOf(first->severity);
        words = tr("Line %1: %2").arg(first->place.line).arg(views::wordsOf(*first));
    } else if (sheet.parsed.documents.isEmpty()) {
        tone = style::Tone::Done;
        words = m_editor->document()->isEmpty() ? tr("Empty") : !sheet.isRead ? tr("Reading…") : words;
    } else if (const manifest::Remark *worst = m_assist->worst()) {
        tone = toneOf(worst->severity);
        words = tr("Line %1: %2").arg(worst->place.line).arg(m_assist->wordsOf(*worst));
    }
    m_status->setIcon(delegates::toneIcon(tone, GlyphSize, GlyphSize - 2, palette()));
    m_status->setAccessibleName(words);
    m_status->setToolTip(models::toolTip(words));
    const int room = std::max(60, width() - m_position->sizeHint().width() - 56);
    m_status->setText(m_status->fontMetrics().elidedText(models::actionText(words), Qt::ElideRight, room));
}

void EditorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_actions->paintIcons();
}

void EditorPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateTitle();
    updateStatus();
}

}  // namespace views
