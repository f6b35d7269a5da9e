// SPDX-License-Identifier: Apache-2.0
#include "windows/switcher.h"

#include "delegates/toneglyph.h"
#include "mirror/cluster.h"
#include "models/plaintext.h"
#include "views/switcher/safetybadge.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

constexpr int Icon = 16;
constexpr int MostNumbers = 9;

QString kindWord(mirror::Kind kind)
{
    switch (kind) {
    case mirror::Kind::Pods: return Switcher::tr("Pods: %1");
    case mirror::Kind::Events: return Switcher::tr("Events: %1");
    case mirror::Kind::Nodes: return Switcher::tr("Nodes: %1");
    case mirror::Kind::Namespaces: return Switcher::tr("Namespaces: %1");
    }
    return {};
}

}  // namespace

Switcher::Switcher(Desks &desks, QWidget *window)
    : QToolBar(tr("Open contexts"), window), m_desks(desks), m_strip(new views::ClusterStrip(this))
{
    setObjectName(u"switcher"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setVisible(false);
    addWidget(m_strip);
    connect(m_strip, &views::ClusterStrip::clusterChosen, this,
            [this](int at) { m_desks.show(m_desks.all().value(at)); });
    connect(m_strip, &views::ClusterStrip::closeRequested, this, [this](int at) {
        if (Desk *desk = m_desks.all().value(at))
            m_desks.close(*desk);
    });
    for (const auto signal : {&Desks::opened, &Desks::shown, &Desks::changed, &Desks::closing})
        connect(&m_desks, signal, this, &Switcher::renew);

    connect(addMove(u"nextContext"_s, tr("&Next Context"), {u"Ctrl+PgDown"_s}, tr("Show the next open context")),
            &QAction::triggered, this, [this] { m_desks.step(1); });
    connect(addMove(u"previousContext"_s, tr("&Previous Context"), {u"Ctrl+PgUp"_s},
                    tr("Show the open context before this one")),
            &QAction::triggered, this, [this] { m_desks.step(-1); });
    connect(addMove(u"closeContext"_s, tr("&Close Context"), {u"Ctrl+W"_s},
                    tr("Disconnect from the cluster that is shown and close it")),
            &QAction::triggered, this, [this] {
                if (m_desks.current())
                    m_desks.close(*m_desks.current());
            });
    for (int number = 1; number <= MostNumbers; ++number) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        window->addAction(action);
        connect(action, &QAction::triggered, this, [this, number] {
            if (Desk *desk = m_desks.all().value(number - 1))
                m_desks.show(desk);
        });
    }
    renew();
}

QAction *Switcher::addMove(const QString &name, const QString &text, const QKeySequence &keys, const QString &tip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setStatusTip(tip);
    parentWidget()->addAction(action);
    m_moves.append(action);
    return action;
}

void Switcher::setContexts(const QList<Place> &contexts)
{
    m_contexts = contexts;
}

views::ClusterTab Switcher::tabOf(const Desk &desk)
{
    const mirror::State &pods = desk.snapshot().state();
    QStringList lines{desk.place().context, desk.place().file};
    if (const mirror::Cluster *cluster = desk.cluster()) {
        lines.append(cluster->connection().server.toDisplayString(QUrl::RemoveUserInfo));
        lines.append(views::SafetyBadge::dangerOf(cluster->connection()));
    }
    for (const mirror::Kind kind : mirror::AllKinds) {
        const style::Truth truth = desk.truth(kind);
        const QString problem =
            truth.state.phase == mirror::State::Phase::Live ? QString() : truth.state.error.message.left(200);
        lines.append(kindWord(kind).arg(style::Wording::state(truth.state)));
        lines.append(problem);
    }
    lines.removeAll(QString());
    return {desk.place().context, style::toneOf(pods.phase), style::Wording::state(pods), lines.join(u'\n')};
}

void Switcher::renew()
{
    QList<views::ClusterTab> tabs;
    for (const Desk *desk : m_desks.all())
        tabs.append(tabOf(*desk));
    m_strip->setClusters(tabs, int(m_desks.all().indexOf(m_desks.current())));
    setVisible(tabs.size() > 1);
    m_moves.at(0)->setEnabled(tabs.size() > 1);
    m_moves.at(1)->setEnabled(tabs.size() > 1);
    m_moves.at(2)->setEnabled(m_desks.current() != nullptr);
}

void Switcher::choose(const Place &place)
{
    if (Desk *desk = m_desks.find(place))
        m_desks.show(desk);
    else
        Q_EMIT contextChosen(place);
}

void Switcher::fill(QMenu &menu)
{
    const auto add = [&](const Place &place, const QString &text, const QIcon &icon) {
        QAction *action = menu.addAction(icon, models::actionText(text));
        action->setToolTip(models::toolTip(place.file));
        connect(action, &QAction::triggered, this, [this, place] { choose(place); });
    };
    if (!m_desks.all().isEmpty())
        menu.addSection(tr("Open"));
    for (const Desk *desk : m_desks.all()) {
        const views::ClusterTab tab = tabOf(*desk);
        add(desk->place(), u"%1  ·  %2"_s.arg(tab.name, tab.state),
            delegates::toneIcon(tab.tone, Icon, Icon, palette()));
    }
    QList<Place> rest;
    for (const Place &place : m_contexts)
        if (!m_desks.find(place))
            rest.append(place);
    if (!rest.isEmpty())
        menu.addSection(tr("Open another context beside it"));
    for (const Place &place : rest)
        add(place, place.context, {});
}

QList<QAction *> Switcher::actions()
{
    delete m_palette;
    m_palette = new QObject(this);
    QList<QAction *> list = m_moves;
    const auto add = [&](const Place &place, const QString &text) {
        auto *action = new QAction(models::actionText(text), m_palette);
        connect(action, &QAction::triggered, this, [this, place] { choose(place); });
        list.append(action);
    };
    for (const Desk *desk : m_desks.all())
        if (desk != m_desks.current())
            add(desk->place(), tr("Switch to %1").arg(desk->place().context));
    for (const Place &place : m_contexts)
        if (!m_desks.find(place))
            add(place, tr("Open Context %1").arg(place.context));
    return list;
}

}  // namespace windows
