// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/textmarks.h"

#include "delegates/toneglyph.h"
#include "style/palette.h"

#include <QTextLayout>

#include <algorithm>

namespace views {

using manifest::Remark;
using Severity = Remark::Severity;

namespace {

constexpr int HintGap = 24;
constexpr int GlyphSize = 10;

int lineOf(const Remark &remark)
{
    return remark.place.line;
}

QPen penOf(Severity severity, const QPalette &palette)
{
    const style::Role role = severity == Severity::Error     ? style::Role::Failed
                             : severity == Severity::Warning ? style::Role::Warning
                                                             : style::Role::MutedText;
    QPen pen(style::color(role, palette), severity == Severity::Error ? 1.4 : 1.2);
    pen.setCapStyle(Qt::RoundCap);
    if (severity == Severity::Note) {
        pen.setWidthF(1.8);
        pen.setDashPattern({0.1, 2.2});
    }
    return pen;
}

/** A line from x to x: a wave whose length tells how bad it is, or straight for dots. */
void paintUnderline(QPainter &painter, QPointF from, qreal to, Severity severity)
{
    if (severity == Severity::Note) {
        painter.drawLine(from, QPointF(to, from.y()));
        return;
    }
    const qreal step = severity == Severity::Error ? 2 : 4;
    QPolygonF wave;
    bool isUp = false;
    for (qreal x = from.x(); x <= to + 0.5; x += step, isUp = !isUp)
        wave << QPointF(x, from.y() + (isUp ? -1.5 : 1));
    painter.drawPolyline(wave);
}

}  // namespace

style::Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error: return style::Tone::Failed;
    case Severity::Warning: return style::Tone::Waiting;
    case Severity::Note: break;
    }
    return style::Tone::Done;
}

void TextMarks::setRemarks(const QList<Remark> &remarks)
{
    m_remarks = remarks;
}

void TextMarks::setHints(const QList<LineHint> &hints)
{
    m_hints = hints;
}

std::span<const Remark> TextMarks::remarksAt(int line) const
{
    const auto [from, to] = std::ranges::equal_range(m_remarks, line, {}, lineOf);
    return {from, to};
}

const LineHint *TextMarks::hintAt(int line) const
{
    const auto at = std::ranges::lower_bound(m_hints, line, {}, &LineHint::line);
    return at != m_hints.end() && at->line == line ? &*at : nullptr;
}

void TextMarks::follow(int line, int added)
{
    const auto moved = [&](int &place) {
        if (place > line)
            place = std::max(line, place + added);
    };
    for (Remark &remark : m_remarks)
        moved(remark.place.line);
    for (LineHint &hint : m_hints)
        moved(hint.line);
}

void TextMarks::paintRemarks(QPainter &painter, const QTextBlock &block, QPointF origin, const QPalette &palette) const
{
    const auto remarks = remarksAt(block.blockNumber() + 1);
    if (remarks.empty() || block.layout()->lineCount() == 0)
        return;
    const QTextLine line = block.layout()->lineAt(0);
    const QString text = block.text();
    const int end = int(text.trimmed().isEmpty() ? text.size() : text.lastIndexOf(text.trimmed().back()) + 1);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Remark &remark : remarks) {
        int from = std::clamp(remark.place.column - 1, 0, end);
        const int to = std::clamp(remark.length > 0 ? from + remark.length : end, from, end);
        if (from == to)  // nothing stands there: the last character before it
            from = std::max(0, from - 1);
        const qreal left = origin.x() + line.cursorToX(from);
        const qreal right = std::max(left + 6, origin.x() + line.cursorToX(to));
        painter.setPen(penOf(remark.severity, palette));
        paintUnderline(painter, QPointF(left, origin.y() + line.y() + line.height() - 1.5), right, remark.severity);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TextMarks::paintHint(QPainter &painter, const QTextBlock &block, QPointF origin, qreal right,
                          const QPalette &palette) const
{
    const LineHint *hint = hintAt(block.blockNumber() + 1);
    if (!hint || block.layout()->lineCount() == 0)
        return;
    const QTextLine line = block.layout()->lineAt(0);
    const qreal wanted = origin.x() + line.cursorToX(int(block.text().size())) + HintGap;
    const qreal left = std::min(wanted, right - GlyphSize - 4);
    const qreal middle = origin.y() + line.y() + line.height() / 2;
    const QRectF glyph(left, middle - GlyphSize / 2.0, GlyphSize, GlyphSize);
    if (left < wanted)  // over the text's end
        painter.fillRect(glyph.adjusted(-4, -3, 4, 3), palette.color(QPalette::Base));
    delegates::paintTone(painter, glyph, hint->tone, palette);
    const QRectF room(glyph.right() + 6, origin.y() + line.y(), right - glyph.right() - 10, line.height());
    const QString words = painter.fontMetrics().elidedText(hint->words, Qt::ElideRight, int(room.width()));
    if (words.size() < 3)
        return;
    painter.setPen(style::color(style::Role::MutedText, palette));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

}  // namespace views
