// SPDX-License-Identifier: Apache-2.0
#include "views/editor/sheets/sheets.h"

#include "views/editor/yamleditor.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace views {

Sheets::Sheets(YamlEditor &editor, QObject *parent) : QObject(parent), m_editor(editor)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &path) {
        // Editors replace files; a replaced one has to be watched anew.
        if (QFileInfo::exists(path) && !m_watcher.files().contains(path))
            m_watcher.addPath(path);
        for (Sheet *sheet : std::as_const(m_sheets))
            if (sheet->file.path() == path && sheet->file.differsOnDisk())
                Q_EMIT changedOnDisk(sheet);
    });
}

QList<Sheet *> Sheets::modified() const
{
    QList<Sheet *> modified;
    std::ranges::copy_if(m_sheets, std::back_inserter(modified), &Sheet::isModified);
    return modified;
}

Sheet *Sheets::of(const QTextDocument *document) const
{
    const auto at = std::ranges::find_if(m_sheets, [&](Sheet *sheet) { return &sheet->document() == document; });
    return at == m_sheets.end() ? nullptr : *at;
}

void Sheets::wire(Sheet &sheet)
{
    sheet.setParent(this);
    connect(&sheet, &Sheet::modificationChanged, this, &Sheets::modificationChanged);
    connect(&sheet, &Sheet::notKept, this, &Sheets::notKept);
    if (!m_folder.isEmpty())
        sheet.keepDrafts(m_folder);
}

void Sheets::replace(const QList<Sheet *> &sheets)
{
    const QList<Sheet *> before = std::exchange(m_sheets, sheets);
    m_current = nullptr;
    for (Sheet *sheet : sheets)
        wire(*sheet);
    watch();
    show(*sheets.constFirst());
    for (Sheet *sheet : before) {
        sheet->disconnect(this);
        sheet->dropDraft();
        sheet->deleteLater();  // something of it may be telling of this very change
    }
}

void Sheets::show(Sheet &sheet)
{
    if (&sheet == m_current)
        return;
    if (m_current)
        m_current->noteView(m_editor);
    m_current = &sheet;
    m_editor.showDocument(sheet.document());
    sheet.restoreView(m_editor);
    Q_EMIT shown();
}

void Sheets::step(int by)
{
    const qsizetype count = m_sheets.size();
    show(*m_sheets.at((m_sheets.indexOf(m_current) + by + count) % count));
}

void Sheets::close(Sheet &sheet)
{
    if (!isSeveral())
        return;
    if (&sheet == m_current)
        step(m_sheets.constLast() == &sheet ? -1 : 1);
    m_sheets.removeOne(&sheet);
    sheet.disconnect(this);
    sheet.dropDraft();
    sheet.deleteLater();
    QStringList paths;
    for (const Sheet *one : std::as_const(m_sheets))
        paths.append(one->file.path());
    for (Sheet *one : std::as_const(m_sheets))
        one->beside = isSeveral() ? paths : QStringList();
    watch();
    Q_EMIT shown();
}

void Sheets::watch()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    QStringList paths;
    for (const Sheet *sheet : std::as_const(m_sheets))
        if (!sheet->file.path().isEmpty())
            paths.append(sheet->file.path());
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

void Sheets::keepDrafts(const QString &folder)
{
    m_folder = folder;
    for (Sheet *sheet : std::as_const(m_sheets))
        sheet->keepDrafts(folder);
}

Sheets::Stop Sheets::read(const QList<Sheet *> &sheets, const Take &take)
{
    struct Order {
        QString text, name;
    };
    QList<Order> orders;
    QList<SheetReading> readings;
    qsizetype size = 0;
    for (Sheet *sheet : sheets) {
        orders.append({sheet->text(), sheet->name});
        readings.append({sheet, sheet->revision(), {}});
        size += orders.constLast().text.size();
    }
    const auto isStopped = std::make_shared<std::atomic<bool>>(false);
    const auto parseAll = [orders, isStopped] {
        QList<manifest::Parsed> parsed;
        for (const Order &order : orders)
            if (!*isStopped)
                parsed.append(manifest::parse(order.text, order.name));
        return parsed;
    };
    const auto give = [readings, take, isStopped](const QList<manifest::Parsed> &parsed) {
        if (isStopped->exchange(true))
            return;
        QList<SheetReading> done = readings;
        for (qsizetype i = 0; i < done.size(); ++i)
            done[i].parsed = parsed.at(i);
        take(done);
    };
    if (size <= ShortText)
        give(parseAll());
    else
        QtConcurrent::run(parseAll).then(this, give);
    return isStopped;
}

}  // namespace views
