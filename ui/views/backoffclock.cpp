// SPDX-License-Identifier: Apache-2.0
#include "views/backoffclock.h"

#include "delegates/verdictglyph.h"
#include "kube/duration.h"
#include "style/wording.h"
#include "views/proselabel.h"

#include <QPainter>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <chrono>

namespace views {

using namespace std::chrono_literals;

BackOffClock::BackOffClock(QWidget *parent)
    : QWidget(parent), m_clock([] { return kube::Timestamp(std::chrono::system_clock::now()); }),
      m_label(new ProseLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 0, 0, 12);
    column->addWidget(m_label);
    setAccessibleName(tr("Back-off"));
    hide();
}

void BackOffClock::setWindow(kube::Timestamp from, kube::Timestamp until)
{
    m_from = from;
    m_until = until;
    setVisible(!from.isNull());
    tick();
}

void BackOffClock::setClock(std::function<kube::Timestamp()> clock)
{
    m_clock = std::move(clock);
    tick();
}

QString BackOffClock::text() const
{
    return m_label->text();
}

void BackOffClock::tick()
{
    if (m_from.isNull())
        return;
    const kube::Timestamp now = m_clock();
    QString text;
    if (now < m_from) {
        const QString left = kube::humanDuration(std::chrono::ceil<std::chrono::seconds>(m_from - now));
        text = m_until.isNull() ? tr("Next try in %1 or later, from %2").arg(left, style::Wording::clock(m_from))
                                : tr("Next try in %1 or later, between %2 and %3")
                                      .arg(left, style::Wording::clock(m_from), style::Wording::clock(m_until));
    } else if (m_until.isNull() || now <= m_until) {
        text = tr("The next try is due since %1").arg(style::Wording::clock(m_from));
    } else {
        text = tr("The next try was expected by %1; nothing has been heard of it").arg(style::Wording::clock(m_until));
    }
    m_label->setText(text);
}

void BackOffClock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal size = 16;
    delegates::paintVerdict(painter, {0, (fontMetrics().height() - size) / 2.0, size, size}, pull::Verdict::Waiting,
                            palette());
}

void BackOffClock::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    m_timer.start(1s, this);
}

void BackOffClock::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void BackOffClock::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        tick();
    else
        QWidget::timerEvent(event);
}

}  // namespace views
