// SPDX-License-Identifier: Apache-2.0
#include "views/proselabel.h"

#include "report/plaintext.h"
#include "style/palette.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace views {

namespace {

/** Breaks the text of `layout` into lines of `width`; the height it takes. */
qreal arrange(QTextLayout &layout, qreal width)
{
    QTextOption option(Qt::AlignLeading);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString withLineSeparators(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

}  // namespace

ProseLabel::ProseLabel(QWidget *parent, Tone tone) : QWidget(parent), m_tone(tone)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ProseLabel::setText(const QString &given)
{
    const QString text = report::visible(given);
    setVisible(!text.isEmpty());
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

int ProseLabel::heightForWidth(int width) const
{
    QTextLayout layout(withLineSeparators(m_text), font(), this);
    return static_cast<int>(std::ceil(arrange(layout, std::max(width, 1))));
}

QSize ProseLabel::sizeHint() const
{
    const int wide = std::max(width(), 200);
    return {wide, heightForWidth(wide)};
}

QSize ProseLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void ProseLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_tone == Tone::Muted ? style::color(style::Role::MutedText, palette())
                                         : palette().color(foregroundRole()));
    QTextLayout layout(withLineSeparators(m_text), font(), this);
    arrange(layout, width());
    layout.draw(&painter, {0, 0});
}

void ProseLabel::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QAction *copy = menu.addAction(tr("Copy"));
    if (menu.exec(event->globalPos()) == copy)
        QGuiApplication::clipboard()->setText(m_text);
}

void ProseLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

}  // namespace views
