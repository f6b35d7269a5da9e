// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/settings.h"

#include <QToolButton>

namespace views {

/**
 * The menu beside the filter box: the quick views, the filters that were saved for this context or for all, and the way
 * to save or forget one. What is saved goes into the settings at once.
 */
class FilterMenu : public QToolButton {
    Q_OBJECT

public:
    /** `settings` outlives this. */
    explicit FilterMenu(style::Settings &settings, QWidget *parent = nullptr);

    /** First in the menu; not owned. */
    void setQuickViews(const QList<QAction *> &actions);
    /** Which context is shown, and what its filter is. */
    void setCurrent(const QString &context, const QString &text);
    /** Asks for a name and saves the current filter under it; one of the same name and reach is replaced. */
    void save();
    /** Saves without a question; `context` empty: for all. */
    void keep(const style::SavedFilter &filter);

Q_SIGNALS:
    void filterChosen(const QString &text);

private:
    void fill();
    void forget(const style::SavedFilter &filter);

    style::Settings &m_settings;
    QMenu *m_menu;
    QList<QAction *> m_quick;
    QString m_context;
    QString m_text;
};

}  // namespace views
