// SPDX-License-Identifier: Apache-2.0
#include "delegates/toneglyph.h"

#include "delegates/verdictglyph.h"

namespace delegates {

void paintTone(QPainter &painter, const QRectF &box, style::Tone tone, const QPalette &palette)
{
    switch (tone) {
    case style::Tone::Running: paintVerdict(painter, box, pull::Verdict::Good, palette); return;
    case style::Tone::Pulling: paintVerdict(painter, box, pull::Verdict::Working, palette); return;
    case style::Tone::Waiting: paintVerdict(painter, box, pull::Verdict::Waiting, palette); return;
    case style::Tone::Failed: paintVerdict(painter, box, pull::Verdict::Failed, palette); return;
    case style::Tone::Unknown: paintVerdict(painter, box, pull::Verdict::Unknown, palette); return;
    case style::Tone::Done: break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style::color(style::roleOf(tone), palette), 1.5));
    painter.setBrush(Qt::NoBrush);
    const double inset = box.width() * 0.2;
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    painter.restore();
}

}  // namespace delegates
