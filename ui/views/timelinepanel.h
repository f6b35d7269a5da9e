// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/lanelist.h"

#include <QWidget>

class QComboBox;

namespace views {

class TimelineView;

/** The timeline under its bar: which pods it shows, and what can be done with it. */
class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    [[nodiscard]] TimelineView &view() { return *m_view; }
    /** Puts actions of the window into the bar, as buttons. */
    void addButtons(const QList<QAction *> &actions);

    [[nodiscard]] LaneList::Scope scope() const;
    void setScope(LaneList::Scope scope);
    /** There are too many pods for lanes of all: only those that the table has in sight have them. */
    void setPartial(bool partial);
    /** Asks for a file and writes the picture into it. */
    void exportPicture();

private:
    QComboBox *m_scope;
    QWidget *m_bar;
    TimelineView *m_view;
};

}  // namespace views
