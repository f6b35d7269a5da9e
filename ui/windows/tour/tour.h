// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class Application;

namespace windows {

class Desk;
class MainWindow;

/**
 * Plays the five pull stories as a person would and writes pictures in light and dark: on the practice cluster in
 * English and Chinese; on a cluster whose kubeconfig was named in English, unless that has a namespace `dev` of its
 * own. Ends the application with 0 only if every story came to its expected end.
 */
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(Application &application, const QString &folder);
    void start();

private:
    /** Does something once, then waits until `done` holds. */
    struct Step {
        QString name;
        std::function<void()> act;
        std::function<bool()> done;
    };

    void plan(const QString &language);
    void planStory(int number);
    void planPictures(const QString &name);
    void planOtherPages();
    void add(const QString &name, std::function<void()> act, std::function<bool()> done = {});
    void begin();
    void look();
    void finish(int code, const QString &words);
    void save(const QString &name);
    [[nodiscard]] MainWindow &window();
    /** The context that is shown. */
    [[nodiscard]] Desk &desk();

    Application &m_application;
    QString m_folder;
    QString m_language;
    QString m_theme;
    QList<Step> m_steps;
    qsizetype m_at = -1;
    bool m_acted = false;
    QTimer m_limit;             ///< of one step
    QTimer m_settle;            ///< a moment for layouts and repaints before a picture
    QPointer<QWidget> m_drawn;  ///< what the next picture shows; null: the window
    int m_pictures = 0;
};

}  // namespace windows
