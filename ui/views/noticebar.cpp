// SPDX-License-Identifier: Apache-2.0
#include "views/noticebar.h"

#include "report/plaintext.h"
#include "views/glyphlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace views {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), m_glyph(new GlyphLabel(16, this)), m_text(new QLabel(this)), m_action(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_glyph);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    hide();
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionChosen);
}

void NoticeBar::setNotice(style::Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    m_glyph->setTone(tone);
    m_text->setText(report::visible(text));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(!text.isEmpty());
    update();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(
        rect(), style::color(m_tone == style::Tone::Failed ? style::Role::FailedSurface : style::Role::WarningSurface,
                             palette()));
}

}  // namespace views
