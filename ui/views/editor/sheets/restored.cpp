// SPDX-License-Identifier: Apache-2.0
#include "views/editor/sheets/restored.h"

#include <QFileInfo>

#include <algorithm>

namespace views {

namespace {

/** A text as its draft has it, with the file and the beginning that it had. */
Sheet *sheetOf(const Draft &draft)
{
    EditorFile file;
    if (!draft.path.isEmpty())
        file.resume(draft.path, draft.digest, draft.base);
    const QString base = draft.path.isEmpty() ? draft.base : file.lastText();
    auto *sheet = new Sheet(draft.name, draft.isWithout ? withSecretsOf(base, draft.text) : draft.text, nullptr);
    sheet->file = std::move(file);
    sheet->isTaken = sheet->file.differsOnDisk();
    if (draft.path.isEmpty())
        sheet->setOrigin(draft.keepsake, draft.base);
    return sheet;
}

/** A file that had nothing unsaved; null where it cannot be read any more. */
Sheet *sheetOf(const QString &path)
{
    auto form = EditorFile::read(path);
    if (!form)
        return nullptr;
    auto *sheet = new Sheet(QFileInfo(path).fileName(), form->shown(), nullptr);
    sheet->file.take(path, *std::move(form));
    return sheet;
}

}  // namespace

std::optional<Restored> Restored::of(const QString &folder, const QString &id)
{
    const QList<Draft> left = Drafts(folder).left();
    const auto chosen = std::ranges::find(left, id, &Draft::id);
    if (chosen == left.end())
        return std::nullopt;
    Restored restored;
    restored.draft = *chosen;
    restored.sheets.append(sheetOf(*chosen));
    restored.m_ids.append(id);
    for (const QString &path : chosen->beside) {
        const auto other = std::ranges::find_if(
            left, [&](const Draft &draft) { return draft.path == path && draft.beside == chosen->beside; });
        Sheet *sheet = path == chosen->path ? nullptr : other == left.end() ? sheetOf(path) : sheetOf(*other);
        if (!sheet)
            continue;
        restored.sheets.append(sheet);
        restored.m_ids.append(other == left.end() ? QString() : other->id);
    }
    for (Sheet *sheet : std::as_const(restored.sheets))
        sheet->beside = chosen->beside;
    return restored;
}

void Restored::adopt() const
{
    for (qsizetype i = 0; i < sheets.size(); ++i)
        if (!m_ids.at(i).isEmpty())
            (void)sheets.at(i)->adopt(m_ids.at(i));
}

}  // namespace views
