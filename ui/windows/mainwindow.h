// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "style/settings.h"
#include "style/statewords.h"
#include "windows/desks/desks.h"

#include <QBasicTimer>
#include <QMainWindow>

namespace views {
class EditorPanel;
class NoticeStack;
class StatePage;
class WelcomePage;
}  // namespace views

class QStackedWidget;

namespace windows {
class Actions;
class Docks;
class EditorWork;
class PodWork;
class StateLine;
class Switcher;
class TopBar;

/** The one window: shows one of the open contexts at a time. Who creates it gives them clusters and hears what the user
 * asks for. */
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(style::Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /** The contexts that can be opened. */
    void setContexts(const QList<Place> &contexts);
    /** What is wrong beside the clusters: broken kubeconfigs, settings that cannot be kept. Dismissed ones stay away.
     */
    void setNotices(const QList<style::Notice> &notices);
    /** Nothing can be opened, because of these. */
    void showWelcome(const QList<kube::Error> &problems);
    /** Contexts are there, but none is shown. */
    void showNothing();

    [[nodiscard]] Desks &desks() { return *m_desks; }
    [[nodiscard]] Actions &actions() { return *m_actions; }
    [[nodiscard]] views::EditorPanel &editor() { return *m_editor; }
    [[nodiscard]] EditorWork &editing() { return *m_editing; }

    void showDescribe();
    void showWhy();
    /** Into the settings, from which the next window takes it. */
    void saveLayout();

Q_SIGNALS:
    /** The user wants this context: it is not open yet. */
    void contextChosen(const windows::Place &place);
    /** A context that could not be tried is to be tried again. */
    void connectRequested(const windows::Place &place);
    void practiceRequested();
    void kubeconfigChosen(const QString &path);
    /** Read the kubeconfig again. */
    void retryRequested();
    /** The user wants to see what is behind the notice at that place of setNotices. */
    void reviewRequested(const style::Notice &notice);
    void themeChosen(style::Theme theme);
    void languageChosen(const QString &language);
    /** A batch, an answer or a description was shown. */
    void changed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Page { Desk, Nothing, Welcome };

    void makeStages();
    void makeDocks();
    void makeMenus();
    void wireDesks();
    void wireTop();
    void wireActions();
    void wireTimeline();
    void wireObjects();
    void edit();
    void takeViews(Desk *desk);
    void showDesk(Desk *desk);
    void showPage(Page page);
    void showNotices();
    void updateState();
    void setFilterWord(const QString &word, bool in);
    void chooseKubeconfig();

    style::Settings &m_settings;
    Actions *m_actions;
    TopBar *m_top;
    Switcher *m_switcher;
    views::NoticeStack *m_notices;
    QStackedWidget *m_pages, *m_tables;
    QMap<int, QStackedWidget *> m_stages;  ///< by Docks::View: the same view of each desk
    views::StatePage *m_nothing;
    views::WelcomePage *m_welcome;
    views::EditorPanel *m_editor;
    Docks *m_docks;
    StateLine *m_line;
    Desks *m_desks;
    PodWork *m_work;
    EditorWork *m_editing;
    Page m_page = Page::Desk;
    QList<style::Notice> m_told, m_dismissed;
    QBasicTimer m_second;
    QByteArray m_firstLayout, m_hiddenLayout;
};

}  // namespace windows
