// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/sheets/sheet.h"

#include <QFileSystemWatcher>
#include <QPointer>

#include <atomic>
#include <functional>

namespace views {

class YamlEditor;

/** What a sheet said when it was read. */
struct SheetReading {
    QPointer<Sheet> sheet;
    int revision = 0;
    manifest::Parsed parsed;
    /** Whether the sheet still says the same. */
    [[nodiscard]] bool isOfNow() const { return sheet && sheet->revision() == revision; }
};

/** The texts that are open, of which the editor shows one: one text, or the files that were opened together. */
class Sheets : public QObject {
    Q_OBJECT

public:
    /** Characters that are read at once. */
    static constexpr qsizetype ShortText = 200'000;

    /** `editor` outlives what it shows. */
    Sheets(YamlEditor &editor, QObject *parent);

    /** There is always one. */
    [[nodiscard]] Sheet &current() const { return *m_current; }
    [[nodiscard]] const QList<Sheet *> &all() const { return m_sheets; }
    [[nodiscard]] bool isSeveral() const { return m_sheets.size() > 1; }
    [[nodiscard]] QList<Sheet *> modified() const;
    /** The one that has this document; null: none. */
    [[nodiscard]] Sheet *of(const QTextDocument *document) const;
    /** In the place of those before, whose drafts go. Takes them over; not empty. */
    void replace(const QList<Sheet *> &sheets);
    void show(Sheet &sheet);
    /** The one `by` places further; round at the ends. */
    void step(int by);
    /** Takes one of several away. */
    void close(Sheet &sheet);
    /** Files are others than before: those are watched from now on. */
    void watch();
    void keepDrafts(const QString &folder);
    [[nodiscard]] QString draftFolder() const { return m_folder; }  ///< empty: none are kept

    using Take = std::function<void(const QList<SheetReading> &)>;
    using Stop = std::shared_ptr<std::atomic<bool>>;
    /** Reads sheets as they are now and gives them to `take`: short texts at once, long ones in another thread, so that
     * nobody waits for them. What it returns is true once that was
     * done; whoever makes it true is given nothing. */
    Stop read(const QList<Sheet *> &sheets, const Take &take);

Q_SIGNALS:
    void shown();  ///< another one than before
    void modificationChanged();
    void changedOnDisk(views::Sheet *sheet);
    void notKept(const kube::Error &error);

private:
    void wire(Sheet &sheet);

    YamlEditor &m_editor;
    QList<Sheet *> m_sheets;
    Sheet *m_current = nullptr;
    QFileSystemWatcher m_watcher;
    QString m_folder;
};

}  // namespace views
