// SPDX-License-Identifier: Apache-2.0
#include "views/editor/sheets/ondisk.h"

#include "report/plaintext.h"
#include "views/compare/diffview.h"
#include "views/compare/mergedialog.h"
#include "views/editor/yamleditor.h"

#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace views {

OnDisk::OnDisk(Sheets &sheets, YamlEditor &editor, QWidget *window)
    : QObject(window), m_sheets(sheets), m_editor(editor), m_window(window)
{
}

void OnDisk::reload()
{
    Sheet &sheet = m_sheets.current();
    const auto text = sheet.file.open(sheet.file.path());
    if (text)
        takeFromDisk(*text);
    else
        Q_EMIT failed(text.error());
}

/** The text of the file stands in the editor; what was there can be brought back. */
void OnDisk::takeFromDisk(const QString &text)
{
    Sheet &sheet = m_sheets.current();
    if (sheet.text() != text)
        m_editor.changeText(text);
    sheet.isTaken = false;
    sheet.setModified(false);
    Q_EMIT taken();
}

/** An unchanged text is read anew; a changed one is merged, and the user sees how. */
void OnDisk::tell(const QString &before)
{
    const QString name = report::visibleLine(m_sheets.current().name);
    if (m_sheets.current().isModified())
        Q_EMIT noticed(before + tr("%1 has changed on disk, and here.").arg(name), tr("Merge…"), [this] { merge(); });
    else
        Q_EMIT noticed(before + tr("%1 has changed on disk.").arg(name), tr("Reload"), [this] { reload(); });
}

/** Off this thread, as a file may lie on a slow disk. */
void OnDisk::askDisk(const std::function<void(const QString &disk)> &take)
{
    const QPointer<Sheet> sheet = &m_sheets.current();
    QtConcurrent::run(&EditorFile::read, sheet->file.path())
        .then(this, [this, sheet, take](const kube::Result<FileForm> &disk) {
            if (sheet != &m_sheets.current())
                return;
            if (disk)
                take(disk->shown());
            else
                Q_EMIT failed(disk.error());
        });
}

void OnDisk::merge()
{
    askDisk([this](const QString &disk) {
        const Sheet &sheet = m_sheets.current();
        auto *dialog =
            new MergeDialog(sheet.name, tr("on disk"), {sheet.file.lastText(), sheet.text(), disk}, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, disk] { takeMerged(dialog->result(), disk); });
        dialog->open();
    });
}

/** The text is now one that knows what the file says; if that is not so any more, it is told again. */
void OnDisk::takeMerged(const QString &merged, const QString &disk)
{
    Sheet &sheet = m_sheets.current();
    m_editor.changeText(merged);
    auto now = EditorFile::read(sheet.file.path());
    if (!now || now->shown() != disk) {
        tell();
        return;
    }
    sheet.file.take(sheet.file.path(), *std::move(now));
    sheet.isTaken = false;
    sheet.setModified(merged != disk);
    Q_EMIT taken();
}

void OnDisk::compare()
{
    askDisk([this](const QString &disk) {
        auto *dialog = new QDialog(m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Compare %1").arg(report::visibleLine(m_sheets.current().name)));
        dialog->resize(900, 600);
        auto *diff = new DiffView(dialog);
        diff->setTexts(tr("On disk"), disk, tr("In the editor"), m_sheets.current().text());
        (new QVBoxLayout(dialog))->addWidget(diff);
        dialog->open();
    });
}

}  // namespace views
