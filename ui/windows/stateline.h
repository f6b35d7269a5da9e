// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace windows {

class Desk;

/** What the status bar says of the context that is shown: how many pods, and as of when. The age is always there. */
class StateLine : public QObject {
    Q_OBJECT

public:
    explicit StateLine(QStatusBar *bar);

    /** Null: nothing is shown. */
    void show(Desk *desk);

private:
    QLabel *m_counts, *m_asOf, *m_server;
};

}  // namespace windows
