// SPDX-License-Identifier: Apache-2.0
#include "windows/topbar.h"

#include "delegates/toneglyph.h"
#include "style/theme.h"
#include "views/connectionchip.h"
#include "windows/actions.h"

#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

/** As the other icons of a bar: a shape of 16 px in the middle of `side`. */
QIcon toneIcon(style::Tone tone, int side, const QPalette &palette)
{
    constexpr int Ratio = 2;
    constexpr int Shape = 16;
    QPixmap pixmap(side * Ratio, side * Ratio);
    pixmap.setDevicePixelRatio(Ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const double edge = (side - Shape) / 2.0;
    delegates::paintTone(painter, QRectF(edge, edge, Shape, Shape), tone, palette);
    return pixmap;
}

}  // namespace

TopBar::TopBar(Actions &actions, QWidget *parent)
    : QToolBar(tr("Cluster and filter"), parent), m_actions(actions), m_context(new QToolButton(this)),
      m_chip(new views::ConnectionChip(this)), m_namespaces(new QComboBox(this)), m_filter(new QLineEdit(this)),
      m_filterIcon(m_filter->addAction(QIcon(), QLineEdit::LeadingPosition)), m_problems(new QToolButton(this))
{
    setObjectName(u"topBar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_context->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_context->setPopupMode(QToolButton::InstantPopup);
    m_context->setMenu(new QMenu(m_context));
    m_context->setMaximumWidth(320);
    m_context->setAccessibleName(tr("Context"));
    m_namespaces->setMinimumWidth(150);
    m_namespaces->setMaximumWidth(260);
    m_namespaces->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_namespaces->setAccessibleName(tr("Namespace"));
    m_namespaces->setToolTip(tr("Namespace whose pods are shown"));
    m_filter->setPlaceholderText(tr("Filter pods, e.g. is:pull-problem image:nginx -node:node3"));
    m_filter->setToolTip(tr("Words that must all match: any part of name, namespace, status, node or image,\n"
                            "or in one place: name: ns: status: node: image: policy: label:\n"
                            "is:pull-problem finds pods that wait because of an image; a leading - excludes."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setAccessibleDescription(m_filter->placeholderText());
    m_filter->setMinimumWidth(160);
    m_filter->setMaximumWidth(640);
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_filter->installEventFilter(this);

    m_problems->setCheckable(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setToolTip(actions.pullProblems->toolTip());
    m_problems->setAccessibleDescription(actions.pullProblems->statusTip());
    connect(m_problems, &QToolButton::clicked, actions.pullProblems, &QAction::setChecked);
    connect(actions.pullProblems, &QAction::toggled, m_problems, &QToolButton::setChecked);

    addGap(8);
    addWidget(m_context);
    addGap(8);
    addWidget(m_chip);
    addGap(16);
    addWidget(m_namespaces);
    addGap(8);
    addWidget(m_filter);
    addGap(8);
    addWidget(m_problems);
    auto *stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Preferred);
    addWidget(stretch);
    addAction(actions.relist);
    addAction(actions.palette);
    addAction(actions.help);
    addGap(8);
    paintIcons();
    connect(m_namespaces, &QComboBox::activated, this,
            [this](int index) { Q_EMIT namespaceChosen(m_namespaces->itemData(index).toString()); });
}

void TopBar::addGap(int width)
{
    auto *gap = new QWidget(this);
    gap->setFixedWidth(width);
    addWidget(gap);
}

void TopBar::setContexts(const QStringList &names, const QString &current)
{
    QMenu *menu = m_context->menu();
    menu->clear();
    for (const QString &name : names) {
        QAction *action = menu->addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(name == current);
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT contextChosen(name); });
    }
    menu->addSeparator();
    menu->addAction(m_actions.practice);
    menu->addAction(m_actions.openKubeconfig);
    const QString shown = current.isEmpty() ? tr("No context") : current;
    m_context->setText(fontMetrics().elidedText(shown, Qt::ElideMiddle, 260).replace(u'&', u"&&"_s));
    m_context->setToolTip(tr("Context: %1").arg(shown).toHtmlEscaped());
}

void TopBar::setState(const mirror::State &state, const QString &detail)
{
    m_chip->setState(state);
    m_chip->setDetail(detail);
}

void TopBar::setNamespaces(const QStringList &names, const QString &current)
{
    QStringList all = names;
    if (!current.isEmpty() && !all.contains(current))
        all.prepend(current);
    const QSignalBlocker quiet(m_namespaces);
    if (all != m_names || m_namespaces->count() == 0) {
        m_names = all;
        m_namespaces->clear();
        m_namespaces->addItem(tr("All namespaces"), QString());
        m_namespaces->insertSeparator(1);
        for (const QString &name : std::as_const(all))
            m_namespaces->addItem(name, name);
    }
    m_namespaces->setCurrentIndex(current.isEmpty() ? 0 : m_namespaces->findData(current));
}

void TopBar::setPullProblems(int count)
{
    if (count == m_problemCount)
        return;
    m_problemCount = count;
    paintProblems();
}

void TopBar::paintProblems()
{
    m_problems->setText(tr("%n pull problem(s)", nullptr, m_problemCount));
    m_problems->setIcon(
        toneIcon(m_problemCount > 0 ? style::Tone::Failed : style::Tone::Done, iconSize().width(), palette()));
}

void TopBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        if (m_filter->text().isEmpty())
            m_filter->clearFocus();
        else
            m_filter->clear();
        return true;
    }
    return QToolBar::eventFilter(watched, event);
}

void TopBar::paintIcons()
{
    paintProblems();
    m_context->setIcon(style::icon(u"cluster"_s, palette()));
    m_filterIcon->setIcon(style::icon(u"filter"_s, palette()));
    m_actions.relist->setIcon(style::icon(u"refresh"_s, palette()));
    m_actions.palette->setIcon(style::icon(u"command"_s, palette()));
    m_actions.help->setIcon(style::icon(u"help"_s, palette()));
    m_actions.practice->setIcon(style::icon(u"practice"_s, palette()));
    m_actions.openKubeconfig->setIcon(style::icon(u"open"_s, palette()));
    m_actions.remove->setIcon(style::icon(u"delete"_s, palette()));
}

}  // namespace windows
