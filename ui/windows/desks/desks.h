// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windows/desks/desk.h"

#include <QList>

namespace windows {

/** The contexts that are open, in the order in which they were opened; at most one of them is shown. Owns the desks. */
class Desks : public QObject {
    Q_OBJECT

public:
    /** `window` becomes the views' first parent. */
    explicit Desks(QWidget *window);
    ~Desks() override;

    /** The desk of this place: the one that is open, else a new one without a cluster. Shows nothing. */
    Desk &open(const Place &place);
    /** Ends it. If it was shown, its neighbour is shown instead. */
    void close(Desk &desk);
    /** Null: none. What is shown now is told that nobody looks. */
    void show(Desk *desk);
    /** Shows the next one (`by` 1) or the one before (-1), around the ends. */
    void step(int by);

    [[nodiscard]] const QList<Desk *> &all() const { return m_desks; }
    /** The one that is shown; null where none is. */
    [[nodiscard]] Desk *current() const { return m_current; }
    /** Null where it is not open. */
    [[nodiscard]] Desk *find(const Place &place) const;

Q_SIGNALS:
    void opened(windows::Desk *desk);
    /** Its views are still there. */
    void closing(windows::Desk *desk);
    void shown(windows::Desk *desk);
    /** Something about one of them is other than before. */
    void changed(windows::Desk *desk);

private:
    QWidget *m_window;
    QList<Desk *> m_desks;
    Desk *m_current = nullptr;
};

}  // namespace windows
