// SPDX-License-Identifier: Apache-2.0
// EditorPanel: files and folders, templates.
#include "report/plaintext.h"
#include "style/wording.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorpanel.h"
#include "views/editor/editorsending.h"
#include "views/editor/notices.h"
#include "views/editor/sheets/ondisk.h"
#include "views/editor/yamleditor.h"
#include "views/files/manifestfiles.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString filter()
{
    return EditorPanel::tr("Manifests (*.yaml *.yml *.json)") + u";;"_s + EditorPanel::tr("All files (*)");
}

Sheet *sheetOf(const QString &path, const QString &name, FileForm form)
{
    auto *sheet = new Sheet(name, form.shown(), nullptr);
    sheet->file.take(path, std::move(form));
    return sheet;
}

QString namesOf(const QList<Sheet *> &sheets)
{
    constexpr qsizetype Told = 8;
    QStringList names;
    for (const Sheet *sheet : sheets.first(std::min(Told, sheets.size())))
        names.append(report::visibleLine(sheet->name));
    return names.join(u", "_s) + (sheets.size() > Told ? u" …"_s : QString());
}

}  // namespace

void EditorPanel::wireFiles()
{
    connect(m_actions->open, &QAction::triggered, this, [this] {
        const QStringList paths = QFileDialog::getOpenFileNames(
            this, tr("Open Manifests"), QFileInfo(m_sheets->current().file.path()).path(), filter());
        paths.size() == 1 ? void(openFile(paths.constFirst())) : openFiles(paths);
    });
    for (QAction *folder : {m_actions->openFolder, m_actions->openFolders})
        connect(folder, &QAction::triggered, this, [this, folder] {
            const QString path = QFileDialog::getExistingDirectory(this, folder->text(),
                                                                   QFileInfo(m_sheets->current().file.path()).path());
            if (!path.isEmpty())
                openFiles({path}, folder == m_actions->openFolders);
        });
    connect(m_actions->save, &QAction::triggered, this, &EditorPanel::save);
    connect(m_actions->saveAll, &QAction::triggered, this, [this] {
        for (Sheet *sheet : m_sheets->modified())
            write(*sheet, sheet->file.path());
    });
    connect(m_actions->saveAs, &QAction::triggered, this, &EditorPanel::saveAs);
    connect(m_actions->nextFile, &QAction::triggered, this, [this] { m_sheets->step(1); });
    connect(m_actions->previousFile, &QAction::triggered, this, [this] { m_sheets->step(-1); });
    connect(m_actions->closeFile, &QAction::triggered, this, [this] {
        Sheet &sheet = m_sheets->current();
        if (mayLose({&sheet}))
            m_sheets->close(sheet);
    });
    connect(m_actions, &EditorActions::templateChosen, this, [this](const QString &file) {
        QFile resource(u":/templates/"_s + file);
        if (file.isEmpty())
            openText(tr("untitled.yaml"), {});
        else if (resource.open(QIODevice::ReadOnly))
            openText(file, QString::fromUtf8(resource.readAll()));
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_actions->compare, &QAction::triggered, m_disk, &OnDisk::compare);
    connect(m_disk, &OnDisk::noticed, this, &EditorPanel::notice);
    connect(m_disk, &OnDisk::failed, this, &EditorPanel::tell);
    connect(m_disk, &OnDisk::taken, this, [this] {
        notice({});
        updateTitle();
    });
    connect(m_sheets, &Sheets::shown, this, &EditorPanel::takeShown);
    connect(m_sheets, &Sheets::modificationChanged, this, [this] {
        listDocuments();
        updateTitle();
    });
    connect(m_sheets, &Sheets::changedOnDisk, this, [this](Sheet *sheet) {
        sheet->isTaken = true;
        if (sheet == &m_sheets->current())
            m_disk->tell();
    });
}

bool EditorPanel::mayClose()
{
    return mayLose(m_sheets->modified());
}

/** Asks where something of these is not saved. */
bool EditorPanel::mayLose(QList<Sheet *> sheets)
{
    erase_if(sheets, [](const Sheet *sheet) { return !sheet->isModified(); });
    if (sheets.isEmpty())
        return true;
    const QString words =
        sheets.size() == 1
            ? tr("%1 has changes that are not saved.").arg(namesOf(sheets))
            : tr("%n file(s) have changes that are not saved: %1", nullptr, int(sheets.size())).arg(namesOf(sheets));
    QMessageBox box(QMessageBox::Warning, tr("Unsaved Changes"), words,
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Discard)
        for (Sheet *sheet : std::as_const(sheets))
            sheet->dropDraft();
    return answer == QMessageBox::Discard ||
           (answer == QMessageBox::Save &&
            std::ranges::all_of(sheets, [this](Sheet *sheet) { return write(*sheet, sheet->file.path()); }));
}

bool EditorPanel::openText(const QString &name, const QString &text)
{
    if (!mayClose())
        return false;
    put({new Sheet(name, text, nullptr)});
    return true;
}

bool EditorPanel::openFile(const QString &path)
{
    if (!mayClose())
        return false;
    auto form = EditorFile::read(path);
    if (form)
        put({sheetOf(path, QFileInfo(path).fileName(), *std::move(form))});
    else
        m_notice->refuse({form.error()});
    return form.has_value();
}

void EditorPanel::openFiles(const QStringList &paths, bool isDeep)
{
    if (paths.isEmpty())
        return;
    QtConcurrent::run(&ManifestFiles::read, paths, isDeep).then(this, [this](const ManifestFiles &files) {
        takeFiles(files);
    });
}

/** What cannot be opened keeps nothing else from being opened; where it is much, it is listed below file by file. */
void EditorPanel::takeFiles(const ManifestFiles &files)
{
    if (!files.files.isEmpty()) {
        if (!mayClose())
            return;
        QStringList paths;
        for (const ManifestFiles::File &file : files.files)
            paths.append(file.path);
        QList<Sheet *> sheets;
        for (const ManifestFiles::File &file : files.files) {
            sheets.append(sheetOf(file.path, file.name, file.form));
            if (files.files.size() > 1)
                sheets.constLast()->beside = paths;
        }
        put(sheets);
    }
    m_notice->refuse(files.refused);
    for (const kube::Error &error : files.refused.size() > Notices::FilesNamed ? files.refused : QList<kube::Error>())
        m_send->add(style::Tone::Failed, Notices::wordsOf(error));
    m_editor->setFocus(Qt::OtherFocusReason);
    Q_EMIT filesOpened();
}

bool EditorPanel::save()
{
    Sheet &sheet = m_sheets->current();
    return write(sheet, sheet.file.path());
}

bool EditorPanel::saveAs()
{
    return write(m_sheets->current(), {});
}

/** Without a path it asks for one. */
bool EditorPanel::write(Sheet &sheet, const QString &path)
{
    if (path.isEmpty()) {
        const QString before = sheet.file.path();
        const QString folder = before.isEmpty() ? QString() : QFileInfo(before).path() + u'/';
        const QString chosen = QFileDialog::getSaveFileName(
            this, tr("Save Manifest"), folder + report::fileName(QFileInfo(sheet.name).fileName()), filter());
        return !chosen.isEmpty() && write(sheet, chosen);
    }
    if (path == sheet.file.path() && sheet.file.differsOnDisk()) {
        QMessageBox box(QMessageBox::Warning, tr("Changed on Disk"),
                        tr("%1 was changed by another program since it was opened. Saving replaces that.")
                            .arg(report::visibleLine(sheet.name)),
                        QMessageBox::Cancel, this);
        box.setTextFormat(Qt::PlainText);
        box.addButton(tr("Replace"), QMessageBox::AcceptRole);
        if (box.exec() == QMessageBox::Cancel)
            return false;
    }
    const bool isOther = path != sheet.file.path();
    const auto written = sheet.file.save(path, sheet.text());
    if (!written) {
        tell(written.error());
        return false;
    }
    if (isOther)
        sheet.name = QFileInfo(path).fileName();
    sheet.isTaken = false;
    sheet.setModified(false);
    m_sheets->watch();
    if (&sheet == &m_sheets->current())
        notice({});
    updateTitle();
    return true;
}

void EditorPanel::changeText(const QString &text)
{
    m_editor->changeText(text);
}

}  // namespace views
