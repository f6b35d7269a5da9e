// SPDX-License-Identifier: Apache-2.0
#include "style/timewindow.h"

namespace style {

void TimeWindow::setRange(kube::Timestamp begin, kube::Timestamp end)
{
    if (begin == m_begin && end == m_end)
        return;
    m_begin = begin;
    m_end = end;
    Q_EMIT rangeChanged(begin, end);
}

void TimeWindow::setCursor(kube::Timestamp at)
{
    if (at == m_cursor)
        return;
    m_cursor = at;
    Q_EMIT cursorChanged(at);
}

}  // namespace style
