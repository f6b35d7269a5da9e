// SPDX-License-Identifier: Apache-2.0
#include "views/timelinepanel.h"

#include "views/timelineexport.h"
#include "views/timelineview.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent), m_scope(new QComboBox(this)), m_bar(new QWidget(this)), m_view(new TimelineView(this))
{
    m_scope->addItem(tr("All pods"), int(LaneList::Scope::All));
    m_scope->addItem(tr("Selected pod"), int(LaneList::Scope::Pod));
    m_scope->addItem(tr("Its workload"), int(LaneList::Scope::Workload));
    m_scope->setAccessibleName(tr("Pods of the timeline"));
    m_scope->setToolTip(tr("Which pods have lanes. A workload is what owns the pod: a Deployment, a Job, …"));
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_scope);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] { m_view->setScope(scope()); });
}

void TimelinePanel::addButtons(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        m_bar->layout()->addWidget(button);
    }
}

LaneList::Scope TimelinePanel::scope() const
{
    return LaneList::Scope(m_scope->currentData().toInt());
}

void TimelinePanel::setPartial(bool partial)
{
    m_scope->setItemText(m_scope->findData(int(LaneList::Scope::All)), partial ? tr("Pods in sight") : tr("All pods"));
}

void TimelinePanel::setScope(LaneList::Scope scope)
{
    m_scope->setCurrentIndex(m_scope->findData(int(scope)));
}

void TimelinePanel::exportPicture()
{
    QString kind;
    QString path = QFileDialog::getSaveFileName(this, tr("Export Timeline"), u"timeline.png"_s,
                                                tr("PNG picture (*.png);;SVG drawing (*.svg)"), &kind);
    if (path.isEmpty())
        return;
    if (!path.contains(u'.'))
        path += kind.contains(".svg"_L1) ? u".svg"_s : u".png"_s;
    if (const auto done = exportTimeline(m_view->frame(), path); !done)
        QMessageBox::warning(this, tr("Export Timeline"),
                             tr("%1 cannot be written: %2").arg(path, done.error().message).toHtmlEscaped());
}

}  // namespace views
