// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QBasicTimer>
#include <QWidget>

#include <functional>

namespace views {

class ProseLabel;

/** Counts down to the next pull attempt. Hidden without a time; ticks once a second, and only while it is visible. */
class BackOffClock : public QWidget {
    Q_OBJECT

public:
    explicit BackOffClock(QWidget *parent = nullptr);

    /** The next try comes at `from` at the earliest and is expected by `until`, which may be null. Null `from` hides.
     */
    void setWindow(kube::Timestamp from, kube::Timestamp until);
    void setClock(std::function<kube::Timestamp()> clock);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void tick();

    kube::Timestamp m_from;
    kube::Timestamp m_until;
    std::function<kube::Timestamp()> m_clock;
    QBasicTimer m_timer;
    ProseLabel *m_label;
};

}  // namespace views
