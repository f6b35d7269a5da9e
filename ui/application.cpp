// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "mirror/cluster.h"
#include "practice/cluster.h"
#include "style/theme.h"
#include "views/editorpanel.h"
#include "windows/mainwindow.h"
#include "windows/tour.h"

#include <QApplication>
#include <QStandardPaths>
#include <QStyleHints>

using namespace Qt::StringLiterals;

Application::Application(QApplication &app, Options options)
    : m_app(app), m_options(std::move(options)),
      m_settings(m_options.tour.isEmpty() ? QString() : m_scratch.filePath(u"settings.ini"_s))
{
    m_language.use(m_settings.language());
    setTheme(m_settings.theme());
    connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this] { setTheme(m_settings.theme()); });
    makeWindow();
}

Application::~Application() = default;

int Application::run()
{
    if (!m_options.tour.isEmpty()) {
        m_options.practice = m_options.kubeconfig.isEmpty();
        m_options.speed = 20;
        windows::Tour tour(*this, m_options.tour);
        tour.start();
        return QApplication::exec();
    }
    m_window->show();
    open();
    return QApplication::exec();
}

void Application::setTheme(style::Theme theme)
{
    m_settings.setTheme(theme);
    style::applyTheme(m_app, theme);
}

void Application::makeWindow()
{
    using windows::MainWindow;
    m_window = std::make_unique<MainWindow>(m_settings);
    connect(m_window.get(), &MainWindow::contextChosen, this, &Application::connectTo);
    connect(m_window.get(), &MainWindow::practiceRequested, this, &Application::startPractice);
    connect(m_window.get(), &MainWindow::retryRequested, this, [this] {
        if (m_cluster)
            m_cluster->relist();
        else
            open();
    });
    connect(m_window.get(), &MainWindow::kubeconfigChosen, this, [this](const QString &path) {
        m_options.kubeconfig = path;
        m_options.context.clear();
        m_options.practice = false;
        m_settings.setKubeconfig(path);
        open();
    });
    connect(m_window.get(), &MainWindow::themeChosen, this, &Application::setTheme);
    connect(m_window.get(), &MainWindow::languageChosen, this, &Application::chooseLanguage);
}

void Application::speak(const QString &language)
{
    m_language.use(language);
    const bool shown = m_window->isVisible();
    const QByteArray place = m_window->saveGeometry();
    m_window->attach(nullptr, {});
    makeWindow();
    m_window->restoreGeometry(place);
    m_window->setVisible(shown);
    showContexts();
    if (m_cluster)
        m_window->attach(m_cluster.get(), firstNamespace(m_cluster->connection()));
}

void Application::chooseLanguage(const QString &language)
{
    m_settings.setLanguage(language);
    // The window is made anew once the menu that asked for it has closed; what is in the editor must not be lost.
    QMetaObject::invokeMethod(
        this,
        [this, language] {
            if (m_window->editor().mayClose())
                speak(language);
        },
        Qt::QueuedConnection);
}

void Application::open()
{
    if (m_options.practice) {
        startPractice();
        return;
    }
    const QString path = m_options.kubeconfig.isEmpty() ? m_settings.kubeconfig() : m_options.kubeconfig;
    m_config = config::KubeConfig::load(path);
    if (m_config.contexts().isEmpty()) {
        m_cluster.reset();
        m_window->showWelcome(m_config.errors());
        m_window->setContexts({}, {});
        return;
    }
    connectTo(m_options.context.isEmpty() ? m_config.currentContext() : m_options.context);
}

void Application::connectTo(const QString &context)
{
    const kube::Result<config::Connection> connection = m_config.connection(context);
    m_context = connection ? connection->context : context;
    showContexts();
    if (connection) {
        show(*connection);
        return;
    }
    m_window->attach(nullptr, {});
    m_cluster.reset();
    m_window->showFailure(connection.error());
}

void Application::showContexts()
{
    QStringList names;
    for (const config::Context &context : m_config.contexts())
        names.append(context.name);
    m_window->setContexts(names, m_context);
}

void Application::show(config::Connection connection)
{
    m_window->attach(nullptr, {});
    const QString ns = firstNamespace(connection);
    // The practice cluster begins anew each time: there is nothing to remember of it.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const bool isKept = !m_options.practice && !m_practice && m_options.tour.isEmpty() && !folder.isEmpty();
    m_cluster =
        std::make_unique<mirror::Cluster>(std::move(connection), isKept ? folder + u"/history.sqlite"_s : QString());
    m_window->attach(m_cluster.get(), ns);
}

QString Application::firstNamespace(const config::Connection &connection) const
{
    if (m_options.ns)
        return *m_options.ns;
    if (const auto last = m_settings.lastNamespace(connection.context))
        return *last;
    for (const config::Context &context : m_config.contexts())
        if (context.name == connection.context)
            return context.ns;
    return {};
}

void Application::startPractice()
{
    if (!m_practice) {
        auto cluster = std::make_unique<practice::Cluster>();
        practice::Options options;
        options.speed = m_options.speed > 0 ? m_options.speed : 1;
        if (const kube::Result<void> started = cluster->start(options); !started) {
            m_window->showFailure(started.error());
            return;
        }
        m_practice = std::move(cluster);
    }
    m_config = config::KubeConfig::load(m_practice->kubeconfigPath());
    connectTo({});
}
