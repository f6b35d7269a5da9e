// SPDX-License-Identifier: Apache-2.0
#include "views/editor/linenumberarea.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"
#include "views/editor/folding.h"
#include "views/editor/yamleditor.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int MarkSize = 12;
constexpr int Gap = 4;
constexpr int LeastDigits = 3;
constexpr int FoldWidth = 12;

/** A triangle: to the right where lines are hidden, else downwards. */
void paintFold(QPainter &painter, QPointF centre, bool folded)
{
    constexpr qreal R = 3.5;
    const QPolygonF down{{QPointF(-R, -R / 2), QPointF(R, -R / 2), QPointF(0, R)}};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    if (folded)
        painter.rotate(-90);
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(down);
    painter.restore();
}

}  // namespace

LineNumberArea::LineNumberArea(YamlEditor *editor) : QWidget(editor), m_editor(editor)
{
    setAccessibleName(YamlEditor::tr("Line numbers"));
    setCursor(Qt::ArrowCursor);
}

QSize LineNumberArea::sizeHint() const
{
    const QFontMetrics metrics(m_editor->document()->defaultFont());
    const auto digits = std::max<qsizetype>(LeastDigits, QString::number(m_editor->blockCount()).size());
    return {Gap + MarkSize + Gap + metrics.horizontalAdvance(u'0') * int(digits) + Gap + FoldWidth + Gap, 0};
}

void LineNumberArea::follow(const QRect &rect, int dy)
{
    if (dy)
        scroll(0, dy);
    else
        update(0, rect.y(), width(), rect.height());
}

int LineNumberArea::lineAt(int y) const
{
    return m_editor->cursorForPosition({0, y}).blockNumber() + 1;
}

void LineNumberArea::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(m_editor->document()->defaultFont());
    const int current = m_editor->textCursor().blockNumber();
    QTextBlock block = m_editor->firstVisibleBlock();
    QRectF box = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset());
    for (; block.isValid() && box.top() <= event->rect().bottom();
         block = block.next(), box = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset())) {
        const int line = block.blockNumber() + 1;
        if (!block.isVisible())
            continue;
        if (block.blockNumber() == current)
            painter.fillRect(QRectF(0, box.top(), width(), box.height()),
                             style::color(style::Role::CurrentLine, palette()));
        painter.setPen(block.blockNumber() == current ? palette().color(QPalette::Text)
                                                      : style::color(style::Role::MutedText, palette()));
        painter.drawText(QRectF(0, box.top(), width() - Gap - FoldWidth, box.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        if (isFoldable(block))
            paintFold(painter, QPointF(width() - Gap - FoldWidth / 2.0 + 2, box.center().y()), isFolded(block));
        const auto remarks = m_editor->marks().remarksAt(line);
        const auto worst = std::ranges::min_element(remarks, {}, &manifest::Remark::severity);
        if (worst != remarks.end())
            delegates::paintTone(painter,
                                 QRectF(Gap, std::round(box.center().y() - MarkSize / 2.0), MarkSize, MarkSize),
                                 toneOf(worst->severity), palette());
    }
}

void LineNumberArea::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(int(event->position().y()));
    const QTextBlock block = m_editor->document()->findBlockByNumber(line - 1);
    if (event->position().x() > width() - Gap - FoldWidth && isFoldable(block))
        setFolded(*m_editor, block, !isFolded(block));
    else
        m_editor->goTo({line, 1});
    update();
}

void LineNumberArea::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_editor->viewport(), event);
}

bool LineNumberArea::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString words = m_editor->m_hover ? m_editor->m_hover({lineAt(help->pos().y()), 1}, true) : QString();
        QToolTip::showText(help->globalPos(), models::toolTip(words), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace views
