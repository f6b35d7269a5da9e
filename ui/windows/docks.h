// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMap>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace windows {

/** The views around the table: where they stand, and how the user gets to them. Alt+1 is the first of `View`. */
class Docks : public QObject {
    Q_OBJECT

public:
    enum class View { Editor, Timeline, Events, Why, Describe, Images, Registries, Logs, Objects };

    explicit Docks(QMainWindow *window);

    /** Puts `content` into a dock of that view. Add all, then arrange. */
    void add(View view, const QString &name, const QString &title, QWidget *content);
    /** Everything to its first place. */
    void arrange();
    void setShown(bool shown);
    /** Shows the view in front of its neighbours and gives it the keyboard. */
    void raise(View view);
    /**
     * What is looked at instead of the pods gets most of the height, where it stands below them and has less.
     * giveBack() undoes it, unless the user has moved a view since.
     */
    void enlarge(View view);
    void giveBack();
    /** Checked while the view can be seen: choosing one brings it to the front, or closes it if it is there. */
    [[nodiscard]] QList<QAction *> actions() const { return m_actions.values(); }
    [[nodiscard]] QDockWidget *dock(View view) const { return m_docks.value(view); }

private:
    /** A dock in a tab group is named by its tab: a title of its own would say the same again. */
    void tidyTitles();

    QMainWindow *m_window;
    QMap<View, QDockWidget *> m_docks;
    QMap<View, QAction *> m_actions;
    QByteArray m_before;  ///< where all was before enlarge(); empty: as the user has it
    bool m_isTidying = false;
};

}  // namespace windows
