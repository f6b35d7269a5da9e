// SPDX-License-Identifier: Apache-2.0
#include "windows/kindrail.h"

#include "windows/actions.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

constexpr int Width = 48;
constexpr int Height = 28;
const char Kind[] = "kind";  ///< a button's property

/** As `kubectl api-resources` has them; a kind without one by its own name. */
QString shortNameOf(const QString &kind)
{
    static const QHash<QString, QString> names = {{u"Node"_s, u"no"_s},           {u"Namespace"_s, u"ns"_s},
                                                  {u"Deployment"_s, u"deploy"_s}, {u"ReplicaSet"_s, u"rs"_s},
                                                  {u"DaemonSet"_s, u"ds"_s},      {u"StatefulSet"_s, u"sts"_s},
                                                  {u"Service"_s, u"svc"_s},       {u"ConfigMap"_s, u"cm"_s}};
    return names.value(kind, kind.toLower());
}

}  // namespace

KindRail::KindRail(const Actions &actions, QWidget *window) : QToolBar(window)
{
    setObjectName(u"kindRail"_s);
    setWindowTitle(tr("Kinds"));
    setAccessibleName(tr("Kinds of objects"));
    setOrientation(Qt::Vertical);
    setMovable(false);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setContextMenuPolicy(Qt::PreventContextMenu);
    add(actions.pods, u"po"_s, {});
    for (QAction *kind : std::as_const(actions.kinds))
        add(kind, shortNameOf(kind->data().toString()), kind->data().toString());
    addSeparator();
    add(actions.anyKind, u"…"_s, u"?"_s);
    m_buttons.constFirst()->setFocusPolicy(Qt::TabFocus);
    setCurrent({});
}

void KindRail::add(QAction *action, const QString &shortName, const QString &kind)
{
    auto *button = new QToolButton(this);
    button->setText(shortName);
    button->setAutoRaise(true);
    button->setCheckable(kind != u"?");
    button->setFixedSize(Width, Height);
    button->setFocusPolicy(Qt::NoFocus);  // but the first: the arrows lead on from there
    button->setProperty(Kind, kind);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setAccessibleDescription(action->statusTip());
    button->setToolTip(button->accessibleName() + u" ("_s + action->shortcut().toString(QKeySequence::NativeText) +
                       u')');
    button->installEventFilter(this);
    // Its look says what is shown, not that it was pressed.
    connect(button, &QToolButton::clicked, action, [button, action] {
        if (button->isCheckable())
            button->toggle();
        action->trigger();
    });
    addWidget(button);
    m_buttons << button;
}

void KindRail::setCurrent(const QString &kind)
{
    for (QWidget *widget : std::as_const(m_buttons))
        if (auto *button = static_cast<QToolButton *>(widget); button->isCheckable())
            button->setChecked(button->property(Kind).toString() == kind);
}

bool KindRail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QToolBar::eventFilter(watched, event);
    const auto at = std::ranges::find(m_buttons, watched) - m_buttons.begin();
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        static_cast<QToolButton *>(watched)->click();
        return true;
    }
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return QToolBar::eventFilter(watched, event);
    m_buttons.at(std::clamp<qsizetype>(at + (key == Qt::Key_Up ? -1 : 1), 0, m_buttons.size() - 1))
        ->setFocus(Qt::TabFocusReason);
    return true;
}

}  // namespace windows
