// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/kubeconfig.h"
#include "style/language.h"
#include "style/settings.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class QApplication;

namespace mirror {
class Cluster;
}
namespace practice {
class Cluster;
}
namespace windows {
class MainWindow;
class Tour;
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
        QString tour;  ///< folder for pictures; empty: no tour
    };

    Application(QApplication &app, Options options);
    ~Application() override;

    /** Shows the window, or plays the tour, and returns the exit code. */
    int run();

    [[nodiscard]] windows::MainWindow &window() { return *m_window; }
    [[nodiscard]] bool isPractice() const { return m_options.practice; }
    void setTheme(style::Theme theme);
    /** Makes the window anew in this language; it shows the same cluster. */
    void speak(const QString &language);
    /** Reads the kubeconfig and connects, or shows why it cannot. */
    void open();
    /** Connects to a context of the kubeconfig that is open. */
    void connectTo(const QString &context);
    /** Starts the practice cluster if it does not run yet, and connects to it. */
    void startPractice();

private:
    void makeWindow();
    void show(config::Connection connection);
    void showContexts();
    [[nodiscard]] QString firstNamespace(const config::Connection &connection) const;
    void chooseLanguage(const QString &language);

    QApplication &m_app;
    Options m_options;
    QTemporaryDir m_scratch;  ///< where a tour keeps its settings
    style::Settings m_settings;
    style::Language m_language;
    config::KubeConfig m_config;
    std::unique_ptr<practice::Cluster> m_practice;
    QString m_context;
    std::unique_ptr<mirror::Cluster> m_cluster;
    std::unique_ptr<windows::MainWindow> m_window;
};
