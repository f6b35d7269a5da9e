// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/surroundings.h"
#include "style/language.h"
#include "style/settings.h"
#include "windows/desks/admission.h"
#include "windows/desks/kubeconfigs.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class QApplication;

namespace practice {
class Cluster;
}
namespace windows {
class Desk;
class MainWindow;
}  // namespace windows

/** The composition root: creates settings, language, clusters and the window, and passes references. */
class Application : public QObject {
    Q_OBJECT

public:
    struct Options {
        bool practice = false;
        double speed = 1;
        QString kubeconfig;
        QString context;
        std::optional<QString> ns;
        QStringList files;  ///< and folders, which the editor opens
        QString tour;       ///< folder for pictures; empty: no tour
        QString folder;     ///< where settings, history and consents are kept; empty: the user's own places
        QString shell;      ///< the login shell; empty: the user's
        config::Watcher::Intervals look;  ///< how fast a changed kubeconfig is seen
    };

    Application(QApplication &app, Options options);
    ~Application() override;

    /** Shows the window, or plays the tour, and returns the exit code. */
    int run();

    [[nodiscard]] windows::MainWindow &window() { return *m_window; }
    [[nodiscard]] bool isPractice() const { return m_options.practice; }
    void setTheme(style::Theme theme);
    /** Makes the window anew in this language; the same contexts are open in it. */
    void speak(const QString &language);
    /** Reads the kubeconfig and connects to its current context, or shows why it cannot. */
    void open();
    /** Opens a context beside those that are open, and shows it. */
    void openContext(const windows::Place &place);
    /** Starts the practice cluster if it does not run yet, and opens it. */
    void startPractice();

private:
    void makeWindow();
    void wireWindow();
    /** Connects a desk to what the kubeconfig says of it now; what it shows stays until the cluster answers. */
    void connectDesk(windows::Desk &desk);
    void attach(windows::Desk &desk, config::Connection connection);
    void wireAssist();
    void wireSources();
    /** The files changed: who is concerned connects anew, nobody else. */
    void followKubeconfig();
    void review(const style::Notice &notice);
    void showContexts();
    /** Shows what the file can do, if it can do more than name clusters, and takes it if the user agrees. */
    void useKubeconfig(const QString &path);
    void takeKubeconfig(const QString &path);
    [[nodiscard]] QStringList firstNamespaces(const windows::Place &place) const;
    [[nodiscard]] QString pathOf(const QString &file) const;
    void chooseLanguage(const QString &language);

    QApplication &m_app;
    Options m_options;
    QTemporaryDir m_scratch;  ///< where a tour keeps its settings
    style::Settings m_settings;
    style::Language m_language;
    windows::Kubeconfigs m_configs;
    windows::Admission m_admission;
    mirror::Surroundings m_surroundings;
    QList<style::Notice> m_troubles;  ///< of this program's own files
    std::unique_ptr<practice::Cluster> m_practice;
    std::unique_ptr<windows::MainWindow> m_window;
};
