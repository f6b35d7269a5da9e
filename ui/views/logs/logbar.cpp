// SPDX-License-Identifier: Apache-2.0
#include "views/logs/logbar.h"

#include "report/plaintext.h"
#include "style/palette.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qint64 SomeLines = 10'000;
constexpr int ScopeRole = Qt::UserRole + 1;

QString kindWord(kube::ContainerKind kind)
{
    switch (kind) {
    case kube::ContainerKind::Init: return LogBar::tr("init");
    case kube::ContainerKind::Sidecar: return LogBar::tr("sidecar");
    case kube::ContainerKind::Ephemeral: return LogBar::tr("ephemeral");
    default: return {};
    }
}

}  // namespace

LogBar::LogBar(QWidget *parent)
    : QToolBar(parent), m_containers(new QComboBox(this)), m_amount(new QComboBox(this)), m_search(new QLineEdit(this)),
      m_found(new QLabel(this))
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // what has no room is behind an arrow
    m_containers->setAccessibleName(tr("Container"));
    m_containers->setToolTip(tr("Container whose log is shown, or several together"));
    m_containers->setMinimumContentsLength(10);
    m_containers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_amount->setAccessibleName(tr("How much of the log"));
    m_amount->setToolTip(tr("How much of the log is read"));
    // Seconds; a negative number of lines; 0 is all.
    const std::pair<QString, qint64> amounts[] = {{tr("Last 10,000 lines"), -SomeLines},
                                                  {tr("Last 5 minutes"), 300},
                                                  {tr("Last hour"), 3600},
                                                  {tr("Last day"), 86'400},
                                                  {tr("All of it"), 0}};
    for (const auto &[text, amount] : amounts)
        m_amount->addItem(text, amount);
    m_search->setPlaceholderText(tr("Find (regular expression)"));
    m_search->setAccessibleName(tr("Find in the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(260);
    m_search->installEventFilter(this);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(1000).arg(10'000)));
    m_found->setContentsMargins(8, 0, 8, 0);

    addWidget(m_containers);
    addWidget(m_amount);
    follow = make(tr("Follow"), tr("New lines appear as they are written"), {}, true);
    follow->setChecked(true);
    previous = make(tr("Previous"), tr("The log of the run before the last restart"), {}, true);
    times = make(tr("Times"), tr("The time at which each line was written"), {}, true);
    wrap = make(tr("Wrap"), tr("Long lines go on in the next row"), {}, true);
    addSeparator();
    addWidget(m_search);
    addWidget(m_found);
    before = make(tr("Back"), tr("The found line before this one"), QKeySequence(u"Shift+F3"_s), false);
    next = make(tr("Next"), tr("The next found line"), QKeySequence(u"F3"_s), false);
    addSeparator();
    toEnd = make(tr("End"), tr("To the newest line"), QKeySequence(u"Ctrl+End"_s), false);
    copy = make(tr("Copy"), tr("The selected lines, or all, to the clipboard"), {}, false);
    save = make(tr("Save…"), tr("Write all lines, as the container wrote them, into a file"), {}, false);
    connect(m_containers, &QComboBox::activated, this, &LogBar::wishChanged);
    connect(m_amount, &QComboBox::activated, this, &LogBar::wishChanged);
    for (QAction *action : {follow, previous})
        connect(action, &QAction::triggered, this, &LogBar::wishChanged);
    connect(previous, &QAction::toggled, follow, &QAction::setDisabled);
    connect(m_search, &QLineEdit::textChanged, this, &LogBar::searchChanged);
}

QAction *LogBar::make(const QString &text, const QString &tip, const QKeySequence &keys, bool checkable)
{
    QAction *action = addAction(text);
    action->setCheckable(checkable);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys.toString(QKeySequence::NativeText)));
    parentWidget()->addAction(action);
    if (QWidget *button = widgetForAction(action)) {
        button->setAccessibleDescription(tip);
        button->setFocusPolicy(Qt::TabFocus);
    }
    return action;
}

void LogBar::setContainers(const QList<kube::Container> &containers, const QString &workload, qsizetype selected,
                           bool shown)
{
    QList<std::tuple<QString, QString, Scope>> choices;
    for (const kube::Container &one : containers) {
        const QString kind = kindWord(one.kind);
        const QString name = report::visibleLine(one.name);
        choices.emplaceBack(kind.isEmpty() ? name : tr("%1 (%2)").arg(name, kind), one.name, Scope::Container);
    }
    if (containers.size() > 1)
        choices.emplaceBack(tr("All containers"), QString(), Scope::Pod);
    if (!workload.isEmpty())
        choices.emplaceBack(tr("All pods of %1").arg(report::visibleLine(workload)), QString(), Scope::Workload);
    if (selected > 1)
        choices.emplaceBack(tr("%n selected pod(s)", nullptr, int(selected)), QString(), Scope::Selected);
    if (shown)
        choices.emplaceBack(tr("All shown pods"), QString(), Scope::Shown);
    QStringList texts;
    for (const auto &[text, name, scope] : std::as_const(choices))
        texts << text;
    QStringList listed;
    for (int i = 0; i < m_containers->count(); ++i)
        listed << m_containers->itemText(i);
    if (texts == listed)
        return;
    const QSignalBlocker quiet(m_containers);
    const QString chosen = container();
    const Scope chosenScope = scope();
    m_containers->clear();
    for (const auto &[text, name, scope] : std::as_const(choices)) {
        m_containers->addItem(text, name);
        m_containers->setItemData(m_containers->count() - 1, int(scope), ScopeRole);
    }
    if (chosenScope == Scope::Container)
        choose(chosen);
    else
        choose(chosenScope);
}

void LogBar::choose(const QString &container)
{
    const int at = m_containers->findData(container);
    if (at >= 0)
        m_containers->setCurrentIndex(at);
}

void LogBar::choose(Scope scope)
{
    const int at = m_containers->findData(int(scope), ScopeRole);
    if (at >= 0)
        m_containers->setCurrentIndex(at);
}

LogBar::Scope LogBar::scope() const
{
    return Scope(m_containers->currentData(ScopeRole).toInt());
}

QString LogBar::container() const
{
    return m_containers->currentData().toString();
}

command::LogWish LogBar::wish() const
{
    command::LogWish wish;
    wish.container = container();
    wish.previous = previous->isChecked();
    wish.follow = follow->isChecked() && !wish.previous;
    const qint64 amount = m_amount->currentData().toLongLong();
    if (amount > 0)
        wish.sinceSeconds = amount;
    else if (amount < 0)
        wish.tailLines = -amount;
    return wish;
}

void LogBar::setFound(const QString &text, bool isWrong)
{
    m_found->setText(text);
    QPalette colours;
    if (isWrong)
        colours.setColor(QPalette::WindowText, style::color(style::Role::Failed, palette()));
    m_found->setPalette(colours);
}

void LogBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool LogBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QToolBar::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        (key->modifiers().testFlag(Qt::ShiftModifier) ? before : next)->trigger();
        return true;
    }
    return QToolBar::eventFilter(watched, event);
}

}  // namespace views
