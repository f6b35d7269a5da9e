// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/language.h"
#include "style/settings.h"
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
        QString tour;    ///< folder for pictures; empty: no tour
        QString folder;  ///< where settings, history and consents are kept; empty: the user's own places
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
    void showContexts();
    void useKubeconfig(const QString &path);
    [[nodiscard]] QString firstNamespace(const windows::Place &place) const;
    [[nodiscard]] QString pathOf(const QString &file) const;
    void chooseLanguage(const QString &language);

    QApplication &m_app;
    Options m_options;
    QTemporaryDir m_scratch;  ///< where a tour keeps its settings
    style::Settings m_settings;
    style::Language m_language;
    windows::Kubeconfigs m_configs;
    std::unique_ptr<practice::Cluster> m_practice;
    std::unique_ptr<windows::MainWindow> m_window;
};
