// SPDX-License-Identifier: Apache-2.0
#include "views/statepage.h"

#include "views/glyphlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

namespace {

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setMinimumWidth(200);
    label->setMaximumWidth(520);
    return label;
}

void put(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

}  // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent), m_glyph(new GlyphLabel(40, this)), m_what(textLabel(this)), m_why(textLabel(this)),
      m_advice(textLabel(this)), m_progress(new QProgressBar(this)), m_first(new QPushButton(this)),
      m_second(new QPushButton(this))
{
    QFont title = m_what->font();
    title.setPointSizeF(title.pointSizeF() * 1.25);
    title.setBold(true);
    m_what->setFont(title);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_advice->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setFixedWidth(240);
    m_progress->setFixedHeight(6);
    m_progress->setTextVisible(false);
    m_progress->hide();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_glyph, 0, Qt::AlignHCenter);
    for (QWidget *widget : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_advice)})
        column->addWidget(widget);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_first, &QPushButton::clicked, this, &StatePage::firstChosen);
    connect(m_second, &QPushButton::clicked, this, &StatePage::secondChosen);
}

void StatePage::setTexts(style::Tone tone, const QString &what, const QString &why, const QString &advice)
{
    m_glyph->setTone(tone);
    put(m_what, what);
    put(m_why, why);
    put(m_advice, advice);
}

void StatePage::setProgress(int done, int total)
{
    m_progress->setVisible(done >= 0);
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void StatePage::setActions(const QString &first, const QString &second)
{
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

}  // namespace views
