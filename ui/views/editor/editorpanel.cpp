// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorpanel.h"

#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/palette.h"
#include "style/wording.h"
#include "views/compare/diffview.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/assist/remarklist.h"
#include "views/editor/draftkeeper.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorfile.h"
#include "views/editor/editorlayout.h"
#include "views/editor/findbar.h"
#include "views/editor/outcomelist.h"
#include "views/editor/outlinebox.h"
#include "views/editor/yamleditor.h"
#include "views/noticebar.h"

#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

EditorPanel::EditorPanel(QWidget *parent)
    : QWidget(parent), m_actions(new EditorActions(this)), m_file(new EditorFile(this)), m_editor(new YamlEditor(this)),
      m_assist(new EditorAssist(*m_editor, *m_actions->more, this)), m_notice(new NoticeBar(this)),
      m_find(new FindBar(m_editor, this)), m_outline(new OutlineBox(this)), m_outcomes(new OutcomeList(this)),
      m_title(new QLabel(this)), m_position(new QLabel(this)), m_status(new QToolButton(this))
{
    setAccessibleName(tr("YAML editor"));
    setFocusProxy(m_editor);
    m_pause.setSingleShot(true);
    m_pause.setInterval(m_assist->pause());
    makeLayout();
    wire();
    wireSearch();
    put(tr("untitled.yaml"), {});
}

EditorPanel::~EditorPanel()
{
    delete m_drafts;  // it asks for the text once more, while there is one
    delete m_assist;  // it lets go of the editor
}

void EditorPanel::makeLayout()
{
    EditorLayout parts{*m_actions, m_title,  m_outline,  m_notice,   m_find,
                       m_editor,   m_status, m_position, m_outcomes, &m_assist->list()};
    layOutEditor(this, parts);
    m_outcomes->hide();
}

void EditorPanel::wire()
{
    connect(m_actions->open, &QAction::triggered, this, &EditorPanel::chooseFile);
    connect(m_actions->save, &QAction::triggered, this, &EditorPanel::save);
    connect(m_actions->saveAs, &QAction::triggered, this, &EditorPanel::saveAs);
    connect(m_actions->comment, &QAction::triggered, m_editor, &YamlEditor::toggleComment);
    connect(m_actions, &EditorActions::templateChosen, this, &EditorPanel::openTemplate);
    connect(m_actions->create, &QAction::triggered, this, [this] { send(&EditorPanel::createRequested); });
    connect(m_actions->apply, &QAction::triggered, this, [this] { send(&EditorPanel::applyRequested); });
    connect(m_actions->replaceLive, &QAction::triggered, this, [this] { send(&EditorPanel::replaceRequested); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { send(&EditorPanel::deleteRequested); });
    connect(m_editor, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &EditorPanel::check);
    connect(m_assist, &EditorAssist::taken, this, &EditorPanel::takeReading);
    connect(m_editor, &QPlainTextEdit::modificationChanged, this, &EditorPanel::updateTitle);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &EditorPanel::updateStatus);
    connect(m_status, &QToolButton::clicked, this, [this] { m_assist->list().setOpen(!m_assist->list().isOpen()); });
    connect(m_outcomes, &OutcomeList::jumpRequested, this, [this](const QTextCursor &at) {
        m_editor->setTextCursor(at);
        m_editor->centerCursor();
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_file, &EditorFile::changedOnDisk, this, &EditorPanel::tellChangedOnDisk);
    connect(m_notice, &NoticeBar::actionChosen, this, [this] {
        if (const auto remedy = m_remedy)
            remedy();
    });
}

void EditorPanel::wireSearch()
{
    connect(m_actions->find, &QAction::triggered, this, [this] { m_find->open(false); });
    connect(m_actions->replace, &QAction::triggered, this, [this] { m_find->open(true); });
    connect(m_actions->findNext, &QAction::triggered, m_find, &FindBar::findNext);
    connect(m_actions->findPrevious, &QAction::triggered, m_find, &FindBar::findPrevious);
    connect(m_actions->compare, &QAction::triggered, this, &EditorPanel::compareWithFile);
    connect(m_actions->goToLine, &QAction::triggered, this, &EditorPanel::goToLine);
    connect(m_actions->fold, &QAction::triggered, m_editor, &YamlEditor::fold);
    connect(m_actions->unfold, &QAction::triggered, m_editor, &YamlEditor::unfold);
    connect(m_actions->foldAll, &QAction::triggered, m_editor, &YamlEditor::foldEverything);
    connect(m_actions->unfoldAll, &QAction::triggered, m_editor, &YamlEditor::unfoldEverything);
    connect(m_outline, &OutlineBox::lineChosen, this, [this](int line) { m_editor->goTo({line, 1}); });
}

void EditorPanel::compareWithFile()
{
    m_file->readLater().then(this, [this, path = m_file->path()](const kube::Result<QString> &disk) {
        if (path != m_file->path())
            return;
        if (!disk) {
            tell(disk.error());
            return;
        }
        auto *dialog = new QDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Compare %1").arg(report::visibleLine(m_name)));
        dialog->resize(900, 600);
        auto *diff = new DiffView(dialog);
        diff->setTexts(tr("On disk"), *disk, tr("In the editor"), text());
        (new QVBoxLayout(dialog))->addWidget(diff);
        dialog->open();
    });
}

void EditorPanel::goToLine()
{
    bool chosen = false;
    const int line =
        QInputDialog::getInt(this, tr("Go to Line"), tr("Line, 1 to %1:").arg(m_editor->blockCount()),
                             m_editor->textCursor().blockNumber() + 1, 1, m_editor->blockCount(), 1, &chosen);
    if (chosen)
        m_editor->goTo({line, 1});
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
    return m_editor->toPlainText();
}

bool EditorPanel::isModified() const
{
    return m_editor->document()->isModified();
}

bool EditorPanel::mayClose()
{
    if (!isModified())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Unsaved Changes"),
                    tr("%1 has changes that are not saved.").arg(report::visibleLine(m_name)),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Discard && m_drafts)
        m_drafts->drop();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

void EditorPanel::put(const QString &name, const QString &text)
{
    m_name = name;
    m_editor->setPlainText(text);
    m_editor->document()->setModified(false);
    notice({});
    clearOutcomes();
    m_parsed = {};
    m_isRead = false;
    m_assist->forget();
    m_outline->setDocuments({});
    check();
    updateStatus();
    updateTitle();
    Q_EMIT opened();
}

bool EditorPanel::openText(const QString &name, const QString &text)
{
    if (!mayClose())
        return false;
    m_file->forget();
    put(name, text);
    return true;
}

bool EditorPanel::openFile(const QString &path)
{
    if (!mayClose())
        return false;
    const auto text = m_file->open(path);
    if (text)
        put(QFileInfo(path).fileName(), *text);
    else
        tell(text.error());
    return text.has_value();
}

void EditorPanel::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open Manifest"), QFileInfo(m_file->path()).path(),
                                     tr("Manifests (*.yaml *.yml *.json)") + u";;"_s + tr("All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void EditorPanel::openTemplate(const QString &file)
{
    QFile resource(u":/templates/"_s + file);
    if (file.isEmpty())
        openText(tr("untitled.yaml"), {});
    else if (resource.open(QIODevice::ReadOnly))
        openText(file, QString::fromUtf8(resource.readAll()));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void EditorPanel::reload()
{
    openFile(QString(m_file->path()));
}

bool EditorPanel::save()
{
    return m_file->path().isEmpty() ? saveAs() : write(m_file->path());
}

bool EditorPanel::saveAs()
{
    const QString folder = m_file->path().isEmpty() ? QString() : QFileInfo(m_file->path()).path() + u'/';
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save Manifest"), folder + report::fileName(m_name),
                                     tr("Manifests (*.yaml *.yml *.json)") + u";;"_s + tr("All files (*)"));
    return !path.isEmpty() && write(path);
}

bool EditorPanel::write(const QString &path)
{
    if (path == m_file->path() && m_file->differsOnDisk()) {
        QMessageBox box(QMessageBox::Warning, tr("Changed on Disk"),
                        tr("%1 was changed by another program since it was opened. Saving replaces that.")
                            .arg(report::visibleLine(m_name)),
                        QMessageBox::Cancel, this);
        box.setTextFormat(Qt::PlainText);
        box.addButton(tr("Replace"), QMessageBox::AcceptRole);
        if (box.exec() == QMessageBox::Cancel)
            return false;
    }
    const auto written = m_file->save(path, text());
    if (!written) {
        tell(written.error());
        return false;
    }
    m_name = QFileInfo(path).fileName();
    m_editor->document()->setModified(false);
    notice({});
    updateTitle();
    return true;
}

void EditorPanel::tell(const kube::Error &error)
{
    const QString words = QCoreApplication::translate("manifest", error.message.toUtf8().constData());
    m_notice->setNotice(style::Tone::Failed, tr("%1: %2").arg(error.where, words), {});
}

void EditorPanel::updateTitle()
{
    const QString name = report::visibleLine(m_name);
    const QString shown = isModified() ? name + u" •"_s : name;
    m_actions->compare->setEnabled(!m_file->path().isEmpty());
    m_title->setText(m_title->fontMetrics().elidedText(shown, Qt::ElideMiddle, std::max(40, m_title->width())));
    m_title->setToolTip(models::toolTip(m_file->path().isEmpty() ? m_name : m_file->path()));
    m_title->setAccessibleName(isModified() ? tr("%1, not saved").arg(m_name) : m_name);
    Q_EMIT titleChanged();
}

void EditorPanel::notice(const QString &text, const QString &action, const std::function<void()> &remedy)
{
    m_remedy = remedy;
    m_notice->setNotice(style::Tone::Waiting, text, action);
}

/** The text is read off this thread: writing goes on meanwhile. */
void EditorPanel::check()
{
    m_pause.stop();
    m_assist->read(m_name);
}

void EditorPanel::takeReading()
{
    m_parsed = m_assist->parsed();
    m_isRead = true;
    m_pause.setInterval(m_assist->pause());
    m_outline->setDocuments(m_parsed.documents);
    updateStatus();
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
