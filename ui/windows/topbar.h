// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QToolBar>

#include <optional>
#include <tuple>

class QMenu;
class QToolButton;

namespace views {
class ConnectionChip;
class FilterField;
class FilterMenu;
class NamespacePicker;
class SafetyBadge;
}  // namespace views

namespace style {
class Settings;
}

namespace windows {

class Actions;
class Desk;

/** Context, state of the connection, namespace and filter: always in sight above everything. */
class TopBar : public QToolBar {
    Q_OBJECT

public:
    /** Both outlive this. */
    TopBar(Actions &actions, style::Settings &settings, QWidget *parent);

    /** Shows the context's name, state, namespaces, filter and pull problems; null: that none is open. */
    void show(const Desk *desk);
    /** Opens the list of namespaces, so that another one is chosen. */
    void askNamespace();
    [[nodiscard]] views::FilterField &filter() { return *m_filter; }
    [[nodiscard]] views::FilterMenu &filters() { return *m_filters; }

Q_SIGNALS:
    /** The menu of contexts is about to be shown: fill it. */
    void contextsWanted(QMenu &menu);
    /** Empty: all. */
    void namespacesChosen(const QStringList &namespaces);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addGap(int width);
    void makeFilter();
    void setContext(const QString &name, const QString &file);
    void setState(const Desk &desk);
    /** How many pods wait because of an image: on the button that shows only them. Nothing: nobody knows. */
    void setPullProblems(std::optional<int> count);
    void paintIcons();
    void paintProblems();

    Actions &m_actions;
    QToolButton *m_context;
    std::optional<std::tuple<QString, QString, QFont>> m_named;  ///< what stands there: context, file, letters
    views::ConnectionChip *m_chip;
    QAction *m_badgePlace;
    views::SafetyBadge *m_badge;
    views::NamespacePicker *m_namespaces;
    views::FilterField *m_filter;
    views::FilterMenu *m_filters;
    QAction *m_filterIcon;
    QToolButton *m_problems;
    std::optional<int> m_problemCount;
};

}  // namespace windows
