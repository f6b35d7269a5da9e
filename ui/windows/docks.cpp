// SPDX-License-Identifier: Apache-2.0
#include "windows/docks.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

#include <utility>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

Qt::DockWidgetArea areaOf(Docks::View view)
{
    switch (view) {
    case Docks::View::Editor: return Qt::LeftDockWidgetArea;
    case Docks::View::Why:
    case Docks::View::Describe: return Qt::RightDockWidgetArea;
    default: return Qt::BottomDockWidgetArea;
    }
}

constexpr double Most = 0.6;  ///< of the window's height

}  // namespace

Docks::Docks(QMainWindow *window) : QObject(window), m_window(window)
{
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

void Docks::add(View view, const QString &name, const QString &title, QWidget *content)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    dock->setWidget(content);
    m_window->addDockWidget(areaOf(view), dock);
    m_docks.insert(view, dock);

    auto *action = new QAction(title, this);
    action->setObjectName(name + u"Action"_s);
    action->setCheckable(true);
    action->setShortcut(QKeySequence(u"Alt+%1"_s.arg(int(view) + 1)));
    m_actions.insert(view, action);
    m_window->addAction(action);
    connect(dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
    for (const auto signal : {&QDockWidget::visibilityChanged, &QDockWidget::topLevelChanged})
        connect(dock, signal, this, &Docks::tidyTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::dockLocationChanged, this, &Docks::tidyTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::dockLocationChanged, this, [this] { m_before.clear(); });
    connect(dock, &QDockWidget::topLevelChanged, this, [this] { m_before.clear(); });
    connect(action, &QAction::triggered, this, [this, view](bool on) {
        if (on)
            raise(view);
        else
            m_docks.value(view)->hide();
    });
}

void Docks::arrange()
{
    const auto at = [this](View view) { return m_docks.value(view); };
    m_window->tabifyDockWidget(at(View::Why), at(View::Describe));
    m_window->splitDockWidget(at(View::Timeline), at(View::Events), Qt::Vertical);
    m_window->tabifyDockWidget(at(View::Timeline), at(View::Images));
    m_window->tabifyDockWidget(at(View::Images), at(View::Registries));
    m_window->tabifyDockWidget(at(View::Registries), at(View::Logs));
    m_window->tabifyDockWidget(at(View::Logs), at(View::Objects));
    m_window->resizeDocks({at(View::Editor), at(View::Why)}, {360, 380}, Qt::Horizontal);
    m_window->resizeDocks({at(View::Timeline), at(View::Events)}, {250, 180}, Qt::Vertical);
    at(View::Why)->raise();
    at(View::Timeline)->raise();
}

void Docks::tidyTitles()
{
    if (std::exchange(m_isTidying, true))
        return;
    for (QDockWidget *dock : std::as_const(m_docks)) {
        const bool isTab = !dock->isFloating() && !m_window->tabifiedDockWidgets(dock).isEmpty();
        if (isTab == (dock->titleBarWidget() != nullptr))
            continue;
        QWidget *const old = dock->titleBarWidget();
        dock->setTitleBarWidget(isTab ? new QWidget(dock) : nullptr);
        delete old;
    }
    m_isTidying = false;
}

void Docks::setShown(bool shown)
{
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->setVisible(shown);
}

void Docks::raise(View view)
{
    QDockWidget *dock = m_docks.value(view);
    QWidget *content = dock->widget();
    dock->show();
    dock->raise();
    content->setFocus();
    if (content->focusProxy() == nullptr && content->focusPolicy() == Qt::NoFocus)
        content->nextInFocusChain()->setFocus();
}

void Docks::enlarge(View view)
{
    QDockWidget *const dock = m_docks.value(view);
    const int height = int(m_window->height() * Most);
    const bool isBelow = !dock->isFloating() && m_window->dockWidgetArea(dock) == Qt::BottomDockWidgetArea;
    if (!m_before.isEmpty() || !isBelow || dock->height() >= height)
        return;
    m_before = m_window->saveState();
    m_window->resizeDocks({dock}, {height}, Qt::Vertical);
}

void Docks::giveBack()
{
    if (m_before.isEmpty())
        return;
    QList<QDockWidget *> closed = m_docks.values();
    closed.removeIf([](const QDockWidget *dock) { return !dock->isHidden(); });
    m_window->restoreState(std::exchange(m_before, {}));
    for (QDockWidget *dock : std::as_const(closed))
        dock->hide();
}

}  // namespace windows
