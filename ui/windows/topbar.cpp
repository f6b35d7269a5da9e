// SPDX-License-Identifier: Apache-2.0
#include "windows/topbar.h"

#include "delegates/toneglyph.h"
#include "mirror/cluster.h"
#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/theme.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermenu.h"
#include "views/switcher/connectionchip.h"
#include "views/switcher/namespacepicker.h"
#include "views/switcher/safetybadge.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/desks/desk.h"
#include "windows/switcher.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

constexpr int Glyph = 16;

}  // namespace

TopBar::TopBar(Actions &actions, style::Settings &settings, QWidget *parent)
    : QToolBar(tr("Cluster and filter"), parent), m_actions(actions), m_context(new QToolButton(this)),
      m_chip(new views::ConnectionChip(this)), m_badgePlace(nullptr), m_badge(new views::SafetyBadge(this)),
      m_namespaces(new views::NamespacePicker(this)), m_filter(new views::FilterField(this)),
      m_filters(new views::FilterMenu(settings, this)),
      m_filterIcon(m_filter->addAction(QIcon(), QLineEdit::LeadingPosition)), m_problems(new QToolButton(this))
{
    setObjectName(u"topBar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_context->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_context->setPopupMode(QToolButton::InstantPopup);
    auto *contexts = new QMenu(m_context);
    contexts->setToolTipsVisible(true);
    connect(contexts, &QMenu::aboutToShow, this, [this, contexts] {
        contexts->clear();
        Q_EMIT contextsWanted(*contexts);
        contexts->addSeparator();
        contexts->addAction(m_actions.practice);
        contexts->addAction(m_actions.openKubeconfig);
    });
    m_context->setMenu(contexts);
    m_context->setMaximumWidth(320);
    m_context->setAccessibleName(tr("Context"));
    makeFilter();
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
    addGap(4);
    m_badgePlace = addWidget(m_badge);
    m_badgePlace->setVisible(false);
    addGap(16);
    addWidget(m_namespaces);
    addGap(8);
    addWidget(m_filter);
    addGap(4);
    addWidget(m_filters);
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
    connect(m_namespaces, &views::NamespacePicker::chosen, this, &TopBar::namespacesChosen);
}

void TopBar::makeFilter()
{
    m_filter->setPlaceholderText(tr("Filter pods, e.g. status:pull image:nginx -node:node3"));
    m_filter->setToolTip(tr("Words that must all match: any part of name, namespace, status, node or image,\n"
                            "or in one place: name: ns: status: node: image: policy: owner: ip: label:key=value.\n"
                            "is: finds pods by how they stand; age>1h restarts>3 ready<1 compare; quotes keep spaces.\n"
                            "A leading - or ! excludes. Ctrl+Space shows what may follow."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setAccessibleDescription(m_filter->placeholderText());
    m_filter->setMinimumWidth(160);
    m_filter->setMaximumWidth(640);
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_filters->setQuickViews(m_actions.quickViews());
}

void TopBar::addGap(int width)
{
    auto *gap = new QWidget(this);
    gap->setFixedWidth(width);
    addWidget(gap);
}

void TopBar::show(const Desk *desk)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_namespaces, m_filter, m_filters, m_problems})
        part->setEnabled(desk != nullptr);
    setContext(desk ? desk->place().context : QString(), desk ? desk->place().file : QString());
    if (!desk) {
        m_chip->setState({});
        m_chip->setDetail({});
        m_badgePlace->setVisible(false);
        setPullProblems({});
        m_filter->setProblem({});
        m_filters->setCurrent({}, {});
        return;
    }
    setState(*desk);
    m_namespaces->setNamespaces(desk->snapshot().namespaces(), desk->namespaces());
    const bool isKnown =
        desk->snapshot().state().phase == mirror::State::Phase::Live || desk->podModel().rowCount() > 0;
    setPullProblems(isKnown ? std::optional(desk->pods().filter().pullProblems()) : std::nullopt);
    if (m_filter->text() != desk->filter()) {
        const QSignalBlocker quiet(m_filter);
        m_filter->setText(desk->filter());
    }
    m_filter->setProblem(desk->pods().filter().problem());
    m_filters->setCurrent(desk->place().context, desk->filter());
}

void TopBar::setContext(const QString &name, const QString &file)
{
    // asked with every batch; what it costs is the width of the letters
    if (const auto now = std::tuple(name, file, font()); now == std::exchange(m_named, now))
        return;
    const QString shown = name.isEmpty() ? tr("No context") : report::visibleLine(name);
    m_context->setText(models::actionText(fontMetrics().elidedText(shown, Qt::ElideMiddle, 260)));
    m_context->setToolTip(models::toolTip(file.isEmpty() ? shown : tr("Context: %1\n%2").arg(shown, file)));
}

void TopBar::setState(const Desk &desk)
{
    m_chip->setState(desk.snapshot().state());
    m_chip->setDetail(Switcher::tabOf(desk).tip);
    const mirror::Cluster *cluster = desk.cluster();
    const QString danger = cluster ? views::SafetyBadge::dangerOf(cluster->connection()) : QString();
    m_badge->setDanger(danger, tr("Who is in the network may read and change what goes to and from this server. See "
                                  "insecure-skip-tls-verify and server in the kubeconfig."));
    m_badgePlace->setVisible(!danger.isEmpty());
}

void TopBar::askNamespace()
{
    m_namespaces->open();
}

void TopBar::setPullProblems(std::optional<int> count)
{
    if (count == m_problemCount)
        return;
    m_problemCount = count;
    paintProblems();
}

void TopBar::paintProblems()
{
    const int count = m_problemCount.value_or(0);
    m_problems->setText(m_problemCount ? tr("%n pull problem(s)", nullptr, count) : tr("Pull problems"));
    const style::Tone known = count > 0 ? style::Tone::Failed : style::Tone::Done;
    m_problems->setIcon(
        delegates::toneIcon(m_problemCount ? known : style::Tone::Unknown, iconSize().width(), Glyph, palette()));
}

void TopBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

void TopBar::paintIcons()
{
    paintProblems();
    m_context->setIcon(style::icon(u"cluster"_s, palette()));
    m_filterIcon->setIcon(style::icon(u"filter"_s, palette()));
    m_filters->setIcon(style::icon(u"bookmark"_s, palette()));
    m_actions.relist->setIcon(style::icon(u"refresh"_s, palette()));
    m_actions.palette->setIcon(style::icon(u"command"_s, palette()));
    m_actions.help->setIcon(style::icon(u"help"_s, palette()));
    m_actions.practice->setIcon(style::icon(u"practice"_s, palette()));
    m_actions.openKubeconfig->setIcon(style::icon(u"open"_s, palette()));
    m_actions.remove->setIcon(style::icon(u"delete"_s, palette()));
}

}  // namespace windows
