// SPDX-License-Identifier: Apache-2.0
#include "views/table/rowage.h"

#include "style/palette.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QTimerEvent>

namespace views {

RowAge::RowAge(QAbstractItemView &view, const QHeaderView &header) : QObject(&view), m_view(view), m_header(header)
{
    view.installEventFilter(this);
}

void RowAge::setTicking(const QList<int> &columns)
{
    m_ticking = columns;
}

void RowAge::setOld(bool old)
{
    if (old != std::exchange(m_old, old))
        tint();
}

void RowAge::tint()
{
    // What is set here stays set: the application's next palette must shine through where rows are live.
    QPalette colours;
    if (m_old)
        colours.setColor(QPalette::Text, style::color(style::Role::MutedText, m_view.palette()));
    m_view.setPalette(colours);
}

bool RowAge::eventFilter(QObject *watched, QEvent *event)
{
    const QColor muted = style::color(style::Role::MutedText, m_view.palette());
    switch (event->type()) {
    case QEvent::Show:
        if (!m_ticking.isEmpty())
            m_second.start(1000, this);
        break;
    case QEvent::Hide: m_second.stop(); break;
    case QEvent::PaletteChange:
        if (m_old && m_view.palette().color(QPalette::Text) != muted)
            tint();
        m_view.viewport()->update();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void RowAge::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_second.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    QWidget *const cells = m_view.viewport();
    for (const int column : std::as_const(m_ticking))
        if (!m_header.isSectionHidden(column))
            cells->update(m_header.sectionViewportPosition(column), 0, m_header.sectionSize(column), cells->height());
}

}  // namespace views
