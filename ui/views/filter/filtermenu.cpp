// SPDX-License-Identifier: Apache-2.0
#include "views/filter/filtermenu.h"

#include "models/plaintext.h"
#include "views/filter/savefilterdialog.h"

#include <QMenu>

namespace views {

FilterMenu::FilterMenu(style::Settings &settings, QWidget *parent)
    : QToolButton(parent), m_settings(settings), m_menu(new QMenu(this))
{
    setPopupMode(InstantPopup);
    setMenu(m_menu);
    setAccessibleName(tr("Filters"));
    setToolTip(tr("Quick views and saved filters (F4)"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterMenu::fill);
}

void FilterMenu::setQuickViews(const QList<QAction *> &actions)
{
    m_quick = actions;
}

void FilterMenu::setCurrent(const QString &context, const QString &text)
{
    m_context = context;
    m_text = text;
}

void FilterMenu::fill()
{
    m_menu->clear();
    m_menu->addActions(m_quick);
    QList<style::SavedFilter> mine = m_settings.filters();
    mine.removeIf(
        [this](const style::SavedFilter &filter) { return !filter.context.isEmpty() && filter.context != m_context; });
    if (!mine.isEmpty())
        m_menu->addSection(tr("Saved"));
    for (const style::SavedFilter &filter : std::as_const(mine)) {
        QAction *action = m_menu->addAction(models::actionText(filter.name));
        action->setToolTip(models::toolTip(filter.text));
        action->setCheckable(true);
        action->setChecked(filter.text == m_text);
        connect(action, &QAction::triggered, this, [this, filter] { Q_EMIT filterChosen(filter.text); });
    }
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(tr("&Save This Filter…"), this, &FilterMenu::save);
    save->setEnabled(!m_text.trimmed().isEmpty() && !m_context.isEmpty());
    QMenu *forget = m_menu->addMenu(tr("&Forget"));
    forget->setEnabled(!mine.isEmpty());
    for (const style::SavedFilter &filter : std::as_const(mine)) {
        const QString name = filter.context.isEmpty() ? filter.name : tr("%1 (%2)").arg(filter.name, filter.context);
        connect(forget->addAction(models::actionText(name)), &QAction::triggered, this,
                [this, filter] { this->forget(filter); });
    }
}

void FilterMenu::save()
{
    if (m_text.trimmed().isEmpty() || m_context.isEmpty())
        return;
    auto *dialog = new SaveFilterDialog(m_text, m_context, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { keep(dialog->filter()); });
    dialog->open();
}

void FilterMenu::keep(const style::SavedFilter &filter)
{
    QList<style::SavedFilter> all = m_settings.filters();
    all.removeIf(
        [&filter](const style::SavedFilter &one) { return one.name == filter.name && one.context == filter.context; });
    all.append(filter);
    std::ranges::sort(all, [](const style::SavedFilter &a, const style::SavedFilter &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    m_settings.setFilters(all);
}

void FilterMenu::forget(const style::SavedFilter &filter)
{
    QList<style::SavedFilter> all = m_settings.filters();
    all.removeOne(filter);
    m_settings.setFilters(all);
}

}  // namespace views
