// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windows/work/podcopy.h"

#include <QObject>

namespace style {
class Settings;
}
namespace views {
class EditorPanel;
}

namespace windows {

class Actions;
class Desk;
class Desks;

/** What is done with the selected pods: copied, deleted; and whether a context may be written to at all. */
class PodWork : public QObject {
    Q_OBJECT

public:
    /** All outlive this; `window` is its parent and that of its dialogs. */
    PodWork(Actions &actions, Desks &desks, style::Settings &settings, views::EditorPanel &editor, QWidget *window);

    /** A desk was opened: it learns whether it may be written to, and its table whether changes flash. */
    void take(Desk &desk);
    /** Makes actions possible or not, and says why not. Null: no desk is shown. */
    void show(const Desk *desk);
    /** Whether the context's name has to be typed before something is deleted in it. */
    [[nodiscard]] bool isProduction(const QString &context) const;

Q_SIGNALS:
    /** Pods were deleted, or were not. */
    void done();

private:
    void wire();
    void copy(CopyForm form);
    void put(const QList<kube::Result<QJsonObject>> &objects, CopyForm form, qsizetype asked);
    void remove();
    void setReadOnly(bool readOnly);

    Actions &m_actions;
    Desks &m_desks;
    style::Settings &m_settings;
    views::EditorPanel &m_editor;
    QWidget *m_window;
};

}  // namespace windows
