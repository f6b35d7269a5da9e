// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/sheets/sheets.h"

class QWidget;

namespace views {

class YamlEditor;

/** The file of the text that is shown, as other programs made it meanwhile: read anew, merged, or looked at. */
class OnDisk : public QObject {
    Q_OBJECT

public:
    /** All outlive this; `window` is its parent and that of its dialogs. */
    OnDisk(Sheets &sheets, YamlEditor &editor, QWidget *window);

    /** Says that the file is another one, and offers what may be done; `before`: words that stand in front. */
    void tell(const QString &before = {});
    /** The text of the file, in the place of the one here. */
    void reload();
    void compare();

Q_SIGNALS:
    void noticed(const QString &text, const QString &action, const std::function<void()> &remedy);
    void failed(const kube::Error &error);
    void taken();  ///< the text knows now what the file says

private:
    void askDisk(const std::function<void(const QString &disk)> &take);
    void merge();
    void takeMerged(const QString &merged, const QString &disk);
    void takeFromDisk(const QString &text);

    Sheets &m_sheets;
    YamlEditor &m_editor;
    QWidget *m_window;
};

}  // namespace views
