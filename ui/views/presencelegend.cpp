// SPDX-License-Identifier: Apache-2.0
#include "views/presencelegend.h"

#include "delegates/presencedelegate.h"
#include "models/imagematrix.h"

#include <QPainter>

#include <array>

namespace views {

namespace {

constexpr std::array States{pull::Presence::Present, pull::Presence::AbsentLikely, pull::Presence::Unknown};
constexpr int Glyph = 14;
constexpr int Gap = 5;
constexpr int Between = 14;

}  // namespace

PresenceLegend::PresenceLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("Present: the node lists it. Absent, likely: the node's list is complete and it is not in it. "
                  "Unknown: the list is full (the smallest images are left out) or empty."));
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(toolTip());
}

QSize PresenceLegend::sizeHint() const
{
    int width = 0;
    for (const pull::Presence presence : States)
        width += Glyph + Gap + fontMetrics().horizontalAdvance(models::ImageMatrix::word(presence)) + Between;
    return {width, 22};
}

void PresenceLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int x = 0;
    for (const pull::Presence presence : States) {
        const QString word = models::ImageMatrix::word(presence);
        const int wanted = Glyph + Gap + fontMetrics().horizontalAdvance(word);
        if (x + wanted > width())
            return;
        delegates::paintPresence(painter, QRectF(x, (height() - Glyph) / 2.0, Glyph, Glyph), presence, palette());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(x + Glyph + Gap, 0, wanted, height()), int(Qt::AlignLeft | Qt::AlignVCenter), word);
        x += wanted + Between;
    }
}

}  // namespace views
