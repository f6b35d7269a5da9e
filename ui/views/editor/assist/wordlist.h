// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/completion.h"
#include "views/editor/assist/livenames.h"

#include <QObject>

class QAbstractItemView;
class QCompleter;
class QStandardItemModel;

namespace views {

class YamlEditor;

/**
 * The list that offers how a key or value may go on, under the cursor. Down and Up choose, Enter or Tab takes, Escape
 * closes it. It opens while a word is written, and at Ctrl+Space.
 */
class WordList : public QObject {
    Q_OBJECT

public:
    WordList(YamlEditor &editor, LiveNames &names, QObject *parent = nullptr);

    void setShelf(const manifest::Shelf &shelf) { m_shelf = shelf; }
    /** `isAsked`: also where nothing is written yet, and what the cluster has is asked for. */
    void offer(bool isAsked);
    [[nodiscard]] QAbstractItemView &view() const;

private:
    void fill(const manifest::Spot &spot, const manifest::Completion &completion, bool isAsked);
    void take(const QModelIndex &index);
    void show();

    YamlEditor &m_editor;
    LiveNames &m_names;
    manifest::Shelf m_shelf;
    QStandardItemModel *m_rows;
    QCompleter *m_completer;
    manifest::Spot m_spot;
    int m_line = 0;
    bool m_isAsked = false;
};

}  // namespace views
