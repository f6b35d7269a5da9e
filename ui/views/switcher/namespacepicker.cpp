// SPDX-License-Identifier: Apache-2.0
#include "views/switcher/namespacepicker.h"

#include "models/plaintext.h"
#include "report/plaintext.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStyleOptionToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Narrowest = 150;
constexpr int Widest = 260;
constexpr int ListHeight = 320;

}  // namespace

NamespacePicker::NamespacePicker(QWidget *parent)
    : QToolButton(parent), m_popup(new QFrame(this, Qt::Popup)), m_search(new QLineEdit(m_popup)),
      m_list(new QListWidget(m_popup))
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setMinimumWidth(Narrowest);
    setMaximumWidth(Widest);
    setAccessibleName(tr("Namespaces"));
    setToolTip(tr("Namespaces whose pods are shown"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_search->setPlaceholderText(tr("Find a namespace"));
    m_search->setAccessibleName(tr("Find a namespace"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Namespaces"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->installEventFilter(this);
    auto *keys = new QLabel(tr("Space marks, Enter shows"), m_popup);
    keys->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(keys);
    connect(this, &QToolButton::clicked, this, &NamespacePicker::open);
    connect(m_search, &QLineEdit::textChanged, this, &NamespacePicker::search);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem *item) {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setCheckState(m_list->item(row) == item ? Qt::Checked : Qt::Unchecked);
        take();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { mark(m_list->row(item)); });
    write();
}

QWidget &NamespacePicker::popup() const
{
    return *m_popup;
}

void NamespacePicker::setNamespaces(const QStringList &known, const QStringList &chosen)
{
    if (known == m_known && chosen == m_chosen)
        return;
    m_known = known;
    m_chosen = chosen;
    write();
}

void NamespacePicker::write()
{
    QString text = tr("All namespaces");
    if (m_chosen.size() == 1)
        text = report::visibleLine(m_chosen.first());
    else if (!m_chosen.isEmpty())
        text = tr("%n namespace(s)", nullptr, int(m_chosen.size()));
    setText(models::actionText(fontMetrics().elidedText(text, Qt::ElideMiddle, Widest - 24)));
    setToolTip(models::toolTip(m_chosen.isEmpty() ? tr("Namespaces whose pods are shown") : m_chosen.join(u'\n')));
    setAccessibleDescription(report::visibleLine(m_chosen.isEmpty() ? text : m_chosen.join(u", "_s)));
}

void NamespacePicker::open()
{
    fill();
    m_search->clear();
    m_popup->resize(std::max(width(), Widest), ListHeight);
    m_popup->move(mapToGlobal(QPoint(0, height())));
    m_popup->show();
    m_search->setFocus();
}

void NamespacePicker::fill()
{
    QStringList all = m_known;
    for (const QString &name : std::as_const(m_chosen))
        if (!all.contains(name))
            all.append(name);
    all.sort();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    auto *every = new QListWidgetItem(tr("All namespaces"), m_list);
    every->setCheckState(m_chosen.isEmpty() ? Qt::Checked : Qt::Unchecked);
    for (const QString &name : std::as_const(all)) {
        auto *item = new QListWidgetItem(report::visibleLine(name), m_list);
        item->setData(Qt::UserRole, name);
        item->setToolTip(models::toolTip(name));
        item->setCheckState(m_chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
}

void NamespacePicker::search(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool fits = m_list->item(row)->text().contains(text, Qt::CaseInsensitive) && (row > 0 || text.isEmpty());
        m_list->item(row)->setHidden(!fits);
        first = fits && first < 0 ? row : first;
    }
    m_list->setCurrentRow(first);
}

/** All of them, or some of them: one mark takes the other away. */
void NamespacePicker::mark(int row)
{
    const QSignalBlocker quiet(m_list);
    const bool isOn = m_list->item(row)->checkState() == Qt::Checked;
    if (row == 0 && isOn)
        for (int other = 1; other < m_list->count(); ++other)
            m_list->item(other)->setCheckState(Qt::Unchecked);
    if (row > 0 && isOn)
        m_list->item(0)->setCheckState(Qt::Unchecked);
}

void NamespacePicker::take()
{
    QStringList names;
    for (int row = 1; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            names.append(m_list->item(row)->data(Qt::UserRole).toString());
    m_popup->hide();
    if (names == m_chosen)
        return;
    m_chosen = names;
    write();
    Q_EMIT chosen(names);
}

bool NamespacePicker::press(int key)
{
    const QListWidgetItem *current = m_list->currentItem();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // who searched and marked nothing new means the one that was found
        if (current && !m_search->text().isEmpty() && current->checkState() == Qt::Unchecked) {
            m_list->item(0)->setCheckState(Qt::Checked);
            m_list->currentItem()->setCheckState(Qt::Checked);
        }
        take();
        return true;
    case Qt::Key_Escape: m_popup->hide(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (m_list->hasFocus())
            return false;
        m_list->setFocus();
        return true;
    case Qt::Key_Space:
        if (!m_list->hasFocus() && !current)
            return false;
        m_list->currentItem()->setCheckState(current->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return true;
    default: return false;
    }
}

void NamespacePicker::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features |= QStyleOptionToolButton::HasMenu;  // it opens something, and looks like it
}

bool NamespacePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && press(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QToolButton::eventFilter(watched, event);
}

}  // namespace views
