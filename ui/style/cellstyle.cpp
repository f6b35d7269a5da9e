// SPDX-License-Identifier: Apache-2.0
#include "style/cellstyle.h"

#include <QAbstractItemView>
#include <QStyleOption>

namespace style {

CellStyle::CellStyle() : QProxyStyle(QStringLiteral("fusion")) {}

int CellStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QAbstractItemView *>(widget))
        return Edge - 1;  // the text of an item begins one pixel after it
    return QProxyStyle::pixelMetric(metric, option, widget);
}

void CellStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option);
    if (element != CE_HeaderLabel || !header)
        return QProxyStyle::drawControl(element, option, painter, widget);
    QStyleOptionHeaderV2 inner = *header;
    const int more = Edge - pixelMetric(PM_HeaderMargin, option, widget);
    inner.rect.adjust(more, 0, -more, 0);
    QProxyStyle::drawControl(element, &inner, painter, widget);
}

}  // namespace style
