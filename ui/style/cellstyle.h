// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace style {

/**
 * Fusion, with room at both ends of a table's cells and headings: there a column that ends at the right and one that
 * begins at the left would otherwise touch, as AGE and PULL. The drawn cells of `delegates` keep the same edge.
 */
class CellStyle : public QProxyStyle {
    Q_OBJECT

public:
    static constexpr int Edge = 6;

    CellStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
};

}  // namespace style
