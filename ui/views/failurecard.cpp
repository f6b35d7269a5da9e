// SPDX-License-Identifier: Apache-2.0
#include "views/failurecard.h"

#include "delegates/verdictglyph.h"
#include "report/plaintext.h"
#include "style/palette.h"
#include "views/proselabel.h"
#include "views/storywords.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace views {

namespace {

constexpr int Edge = 12;
constexpr int GlyphRoom = 24;
constexpr int MostRawLines = 12;

}  // namespace

FailureCard::FailureCard(QWidget *parent)
    : QWidget(parent), m_cause(new ProseLabel(this)), m_advice(new ProseLabel(this)), m_toggle(new QToolButton(this)),
      m_raw(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Edge + GlyphRoom, Edge, Edge, Edge);
    column->setSpacing(6);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_cause->setFont(bold);
    m_toggle->setText(tr("The kubelet's own words"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_raw->setReadOnly(true);
    m_raw->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_raw->setTabChangesFocus(true);
    m_raw->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_raw->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setAccessibleName(tr("The kubelet's own words"));
    m_raw->hide();
    column->addWidget(m_cause);
    column->addWidget(m_advice);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_raw);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
        m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_raw->setVisible(open);
        sizeRaw();
    });
    setAccessibleName(tr("Failure"));
    hide();
}

void FailureCard::setStory(const pull::Story &story)
{
    const bool overcome = story.verdict == pull::Verdict::Good;
    const bool failed = !overcome && !(story.failureCategory.isEmpty() && story.rawFailure.isEmpty());
    setVisible(failed);
    if (!failed)
        return;
    const QString cause = StoryWords::cause(story.failureCategory);
    m_cause->setText(cause.isEmpty() ? tr("The container cannot start") : cause);
    m_advice->setText(StoryWords::advice(story.failureCategory));
    m_toggle->setVisible(!story.rawFailure.isEmpty());
    if (const QString words = report::visible(story.rawFailure); m_raw->toPlainText() != words) {
        m_raw->setPlainText(words);
        sizeRaw();
    }
    m_raw->setVisible(m_toggle->isChecked() && !story.rawFailure.isEmpty());
    setAccessibleDescription(m_cause->text() + u'\n' + m_advice->text());
}

QString FailureCard::cause() const
{
    return m_cause->text();
}

QString FailureCard::advice() const
{
    return m_advice->text();
}

QString FailureCard::raw() const
{
    return m_raw->toPlainText();
}

void FailureCard::sizeRaw()
{
    const int margins = qRound(2 * m_raw->document()->documentMargin()) + 2;
    const int width = std::max(40, m_raw->viewport()->width() - qRound(2 * m_raw->document()->documentMargin()));
    const QRect wanted =
        m_raw->fontMetrics().boundingRect(QRect(0, 0, width, 1 << 16), Qt::TextWrapAnywhere | Qt::TextWordWrap, raw());
    const int line = m_raw->fontMetrics().lineSpacing();
    m_raw->setFixedHeight(std::clamp(wanted.height() + line, 2 * line, MostRawLines * line) + margins);
}

void FailureCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sizeRaw();
}

void FailureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor failed = style::color(style::Role::Failed, palette());
    QColor ground = failed;
    ground.setAlphaF(0.08F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
    painter.setBrush(failed);
    painter.drawRoundedRect(QRectF(0, 0, 3, height()), 1.5, 1.5);
    const qreal top = Edge + (m_cause->fontMetrics().height() - 16) / 2.0;
    delegates::paintVerdict(painter, {Edge, top, 16, 16}, pull::Verdict::Failed, palette());
}

}  // namespace views
