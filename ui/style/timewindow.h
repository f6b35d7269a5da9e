// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QObject>

namespace style {

/** The stretch of time on the screen and the time under the cursor, shared by the timeline and the event table. */
class TimeWindow : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /** Visible range; both null until a view has set it. */
    [[nodiscard]] kube::Timestamp begin() const { return m_begin; }
    [[nodiscard]] kube::Timestamp end() const { return m_end; }
    /** Time under the cursor, or of the selected event; null: none. */
    [[nodiscard]] kube::Timestamp cursor() const { return m_cursor; }

public Q_SLOTS:
    /** Emits rangeChanged if it differs. */
    void setRange(kube::Timestamp begin, kube::Timestamp end);
    /** Emits cursorChanged if it differs; null takes the cursor away. */
    void setCursor(kube::Timestamp at);

Q_SIGNALS:
    void rangeChanged(kube::Timestamp begin, kube::Timestamp end);
    void cursorChanged(kube::Timestamp at);

private:
    kube::Timestamp m_begin;
    kube::Timestamp m_end;
    kube::Timestamp m_cursor;
};

}  // namespace style
