// SPDX-License-Identifier: Apache-2.0
#include "views/statepage.h"

#include "report/plaintext.h"
#include "views/glyphlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace views {

namespace {

constexpr int LeastForGlyph = 240;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

void put(QLabel *label, const QString &text)
{
    label->setText(report::visible(text));
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
    // Texts take the width of their column: an alignment of their own would take the height of one line from them.
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_glyph, 0, Qt::AlignHCenter);
    column->addWidget(m_what);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(m_why);
    column->addWidget(m_advice);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *card = new QWidget(this);
    card->setLayout(column);
    card->setMaximumWidth(520);
    column->setContentsMargins(0, 0, 0, 0);
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto *middle = new QHBoxLayout(page);
    middle->setContentsMargins(24, 8, 24, 8);
    middle->addStretch(1);
    middle->addWidget(card, 100);
    middle->addStretch(1);
    // In a low dock it scrolls: a long message must not make the window higher.
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_first, &QPushButton::clicked, this, [this] { choose(0); });
    connect(m_second, &QPushButton::clicked, this, [this] { choose(1); });
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

void StatePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_glyph->setVisible(height() >= LeastForGlyph);  // where there is little room, words and buttons come first
}

void StatePage::choose(qsizetype button)
{
    if (button < m_acts.size())
        Q_EMIT actChosen(m_acts.at(button));
    else if (button == 0)
        Q_EMIT firstChosen();
    else
        Q_EMIT secondChosen();
}

bool StatePage::showTruth(const style::Truth &truth)
{
    const auto page = style::StateWords::page(truth);
    if (!page)
        return false;
    const mirror::State &state = truth.state;
    setTexts(style::toneOf(state.phase), page->what, page->why, page->advice);
    const bool isLoading = state.phase == mirror::State::Phase::Loading;
    const bool isUnderWay = isLoading || state.phase == mirror::State::Phase::Connecting;
    setProgress(isUnderWay ? state.loaded : -1, isLoading ? state.expected.value_or(0) : 0);
    const QList<style::Act> acts = style::StateWords::acts(truth);
    const auto word = [&acts](qsizetype i) { return style::StateWords::act(acts.value(i, style::Act::None)); };
    setActions(word(0), word(1));
    m_acts = acts;
    return true;
}

void StatePage::setActions(const QString &first, const QString &second)
{
    m_acts.clear();
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

}  // namespace views
