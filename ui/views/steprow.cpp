// SPDX-License-Identifier: Apache-2.0
#include "views/steprow.h"

#include "delegates/verdictglyph.h"
#include "style/palette.h"
#include "style/wording.h"
#include "views/lanewords.h"
#include "views/proselabel.h"
#include "views/storywords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int RailX = 8;       ///< centre of the rail
constexpr int GlyphSize = 16;  ///< of a leading statement
constexpr int DotSize = 6;     ///< of a further statement of the same step
constexpr int TextLeft = 28;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::WindowText);
    return label;
}

}  // namespace

StepRow::StepRow(QWidget *parent)
    : QWidget(parent), m_head(new QWidget(this)), m_step(plainLabel(m_head)), m_verdict(plainLabel(m_head)),
      m_title(new ProseLabel(this)), m_sentence(new ProseLabel(this)),
      m_evidence(new ProseLabel(this, ProseLabel::Tone::Muted))
{
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_step);
    head->addStretch();
    head->addWidget(m_verdict);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(TextLeft, 0, 0, 14);
    column->setSpacing(2);
    for (QWidget *part : std::initializer_list<QWidget *>{m_head, m_title, m_sentence, m_evidence})
        column->addWidget(part);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_evidence->setFont(small);
    m_verdict->setFont(small);
}

void StepRow::setStatement(const pull::Statement &statement, Place place)
{
    m_statement = statement;
    m_place = place;
    const QString step = StoryWords::word(statement.step);
    const QString verdict = StoryWords::word(statement.verdict);
    const QString sentence = StoryWords::sentence(statement);
    m_head->setVisible(place.leads);
    m_step->setText(step);
    m_verdict->setText(verdict);
    const QString title = style::Wording::ofCore(statement.title);
    m_title->setText(title == sentence ? QString() : title);
    m_sentence->setText(sentence);
    m_evidence->setText(StoryWords::evidence(statement));
    m_evidence->setToolTip(statement.at.isNull() ? QString() : LaneWords::exactTime(statement.at));
    setAccessibleName(tr("%1: %2. %3", "step, verdict, title").arg(step, verdict, title));
    setAccessibleDescription(sentence);
    tint();
    update();
}

void StepRow::tint()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, style::color(style::Role::MutedText, palette()));
    m_step->setPalette(muted);
    QPalette state = palette();
    state.setColor(QPalette::WindowText, style::color(delegates::roleOf(m_statement.verdict), palette()));
    m_verdict->setPalette(state);
}

void StepRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int lineHeight = fontMetrics().height();
    const int size = m_place.leads ? GlyphSize : DotSize;
    const QRectF glyph(RailX - size / 2.0, (lineHeight - size) / 2.0, size, size);
    painter.setPen(QPen(style::color(style::Role::Grid, palette()), 2));
    if (!m_place.first)
        painter.drawLine(QPointF(RailX, 0), QPointF(RailX, glyph.top() - 2));
    if (!m_place.last)
        painter.drawLine(QPointF(RailX, glyph.bottom() + 2), QPointF(RailX, height()));
    if (m_place.leads) {
        delegates::paintVerdict(painter, glyph, m_statement.verdict, palette());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::color(delegates::roleOf(m_statement.verdict), palette()));
    painter.drawEllipse(glyph);
}

void StepRow::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_statement.eventUid.isEmpty())
        Q_EMIT eventRequested(m_statement.eventUid);
    QWidget::mouseDoubleClickEvent(event);
}

void StepRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

}  // namespace views
