// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorlayout.h"

#include "views/editor/editoractions.h"
#include "views/editor/findbar.h"
#include "views/editor/notices.h"
#include "views/editor/outcomelist.h"
#include "views/editor/outlinebox.h"
#include "views/editor/yamleditor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int IconSize = 16;

QToolButton *buttonOf(QAction *action, Qt::ToolButtonStyle style, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setIconSize({IconSize, IconSize});
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action->text());
    button->setAccessibleDescription(action->statusTip());
    return button;
}

QHBoxLayout *rowOf(int left, int top, int right, int bottom)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(left, top, right, bottom);
    row->setSpacing(4);
    return row;
}

}  // namespace

void layOutEditor(QWidget *panel, const EditorLayout &parts)
{
    auto *head = rowOf(8, 4, 4, 4);
    parts.title->setTextFormat(Qt::PlainText);
    parts.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(parts.title, 1);
    for (QAction *action : {parts.actions.fresh, parts.actions.open, parts.actions.save, parts.actions.saveAs}) {
        QToolButton *button = buttonOf(action, Qt::ToolButtonIconOnly, panel);
        button->setAutoRaise(true);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
        if (action == parts.actions.open) {
            auto *ways = new QMenu(button);
            ways->addActions({parts.actions.open, parts.actions.openFolder, parts.actions.openFolders});
            button->setMenu(ways);
            button->setPopupMode(QToolButton::MenuButtonPopup);
        }
        head->addWidget(button);
    }

    auto *more = new QToolButton(panel);
    more->setText(u"⋯"_s);
    more->setToolTip(QWidget::tr("More"));
    more->setAccessibleName(QWidget::tr("More"));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(parts.actions.more.get());
    more->setFocusPolicy(Qt::StrongFocus);
    head->addWidget(more);
    auto *documents = rowOf(8, 0, 8, 4);
    documents->addWidget(parts.outline, 1);
    for (const auto &[action, arrow] :
         {std::pair(parts.actions.previousFile, Qt::LeftArrow), std::pair(parts.actions.nextFile, Qt::RightArrow)}) {
        QToolButton *button = buttonOf(action, Qt::ToolButtonIconOnly, panel);
        button->setAutoRaise(true);
        button->setArrowType(arrow);
        QObject::connect(action, &QAction::visibleChanged, button,
                         [button, action] { button->setVisible(action->isVisible()); });
        button->setVisible(action->isVisible());
        documents->addWidget(button);
    }

    auto *state = rowOf(4, 2, 8, 2);
    parts.status->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    parts.status->setAutoRaise(true);
    parts.position->setForegroundRole(QPalette::PlaceholderText);
    state->addWidget(parts.status);
    state->addStretch();
    state->addWidget(parts.position);

    auto *send = rowOf(8, 4, 8, 8);
    send->addWidget(buttonOf(parts.actions.create, Qt::ToolButtonTextBesideIcon, panel));
    QToolButton *apply = buttonOf(parts.actions.apply, Qt::ToolButtonTextBesideIcon, panel);
    auto *ways = new QMenu(apply);
    ways->addActions({parts.actions.apply, parts.actions.replaceLive});
    ways->addSeparator();
    ways->addAction(parts.actions.onlyThis);
    apply->setMenu(ways);
    apply->setPopupMode(QToolButton::MenuButtonPopup);
    send->addWidget(apply);
    send->addStretch();
    send->addWidget(buttonOf(parts.actions.remove, Qt::ToolButtonTextBesideIcon, panel));

    parts.outcomes->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(documents);
    column->addWidget(parts.notice);
    column->addWidget(parts.find);
    column->addWidget(parts.editor, 1);
    column->addLayout(state);
    parts.remarks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(parts.remarks);
    column->addLayout(send);
    column->addWidget(parts.outcomes);
}

}  // namespace views
