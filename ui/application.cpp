// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "config/difference.h"
#include "mirror/cluster.h"
#include "practice/cluster.h"
#include "style/theme.h"
#include "views/access/suspicionsdialog.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/editorpanel.h"
#include "windows/mainwindow.h"
#include "windows/tour/tour.h"

#include <QApplication>
#include <QStandardPaths>
#include <QStyleHints>

using namespace Qt::StringLiterals;
using windows::Desk;
using windows::MainWindow;
using windows::Place;

namespace {

QString ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

/** Whether another text of the kubeconfig may mend it; what the user refused or stopped waits for him. */
bool isOfTheFile(const kube::Error &error)
{
    using Kind = kube::Error::Kind;
    return error.kind == Kind::Config || error.kind == Kind::File || error.kind == Kind::Input;
}

}  // namespace

Application::Application(QApplication &app, Options options)
    : m_app(app), m_options(std::move(options)), m_settings(pathOf(u"settings.ini"_s)), m_configs(m_options.look),
      m_admission(pathOf(u"consents.json"_s).isEmpty() ? ownFolder() + u"/consents.json"_s : pathOf(u"consents.json"_s),
                  m_options.shell)
{
    m_language.use(m_settings.language());
    setTheme(m_settings.theme());
    connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this] { setTheme(m_settings.theme()); });
    if (const QString problem = m_settings.problem(); !problem.isEmpty())
        m_troubles.append({style::Tone::Waiting, problem, style::Act::Dismiss});
    makeWindow();
    wireSources();
}

Application::~Application() = default;

/** Where a file of ours lies if not in the user's own place. */
QString Application::pathOf(const QString &file) const
{
    if (!m_options.tour.isEmpty())
        return m_scratch.filePath(file);
    return m_options.folder.isEmpty() ? QString() : m_options.folder + u'/' + file;
}

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
    m_window->editor().openFiles(m_options.files);
    return QApplication::exec();
}

void Application::setTheme(style::Theme theme)
{
    m_settings.setTheme(theme);
    style::applyTheme(m_app, theme);
}

void Application::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_settings);
    wireWindow();
    const QString drafts = pathOf(u"drafts"_s);
    m_window->editor().keepDrafts(drafts.isEmpty() ? ownFolder() + u"/drafts"_s : drafts);
    m_window->editor().keepRecent(m_settings);
    wireAssist();
}

void Application::wireWindow()
{
    connect(m_window.get(), &MainWindow::contextChosen, this, &Application::openContext);
    connect(m_window.get(), &MainWindow::connectRequested, this, [this](const Place &place) {
        if (Desk *desk = m_window->desks().find(place))
            connectDesk(*desk);
    });
    connect(m_window.get(), &MainWindow::practiceRequested, this, &Application::startPractice);
    connect(m_window.get(), &MainWindow::retryRequested, this, &Application::open);
    connect(m_window.get(), &MainWindow::kubeconfigChosen, this, &Application::useKubeconfig);
    connect(m_window.get(), &MainWindow::reviewRequested, this, &Application::review);
    connect(m_window.get(), &MainWindow::themeChosen, this, &Application::setTheme);
    connect(m_window.get(), &MainWindow::languageChosen, this, &Application::chooseLanguage);
}

/** The editor looks into the cluster that is shown. */
void Application::wireAssist()
{
    MainWindow *const window = m_window.get();
    const QString schemas = pathOf(u"schemas"_s);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/schemas"_s;
    const auto ground = [window] {
        views::Ground now;
        Desk *desk = window->desks().current();
        if (!desk)
            return now;
        now.snapshot = &desk->snapshot();
        if (!desk->cluster())
            return now;
        now.cluster = desk->place().file + u'\n' + desk->place().context;
        now.client = &desk->cluster()->client();
        now.ns = desk->cluster()->connection().defaultNamespace;
        return now;
    };
    window->editor().assist().setGround(ground, schemas.isEmpty() ? cache : schemas);
    const auto follow = [window] { window->editor().assist().followGround(); };
    connect(window, &MainWindow::changed, window, follow);
    connect(&window->desks(), &windows::Desks::shown, window, follow);
}

void Application::wireSources()
{
    connect(&m_configs, &windows::Kubeconfigs::changed, this, &Application::followKubeconfig);
    connect(&m_admission, &windows::Admission::notRemembered, this, [this](const kube::Error &error) {
        m_troubles.append({style::Tone::Waiting,
                           tr("The answer holds for this session only: %1 (%2)").arg(error.message, error.where),
                           style::Act::Dismiss});
        showContexts();
    });
    const auto tellAll = [this](void (mirror::Cluster::*news)()) {
        for (const Desk *desk : m_window->desks().all())
            if (desk->cluster())
                (desk->cluster()->*news)();
    };
    connect(&m_surroundings, &mirror::Surroundings::woke, this, [tellAll] { tellAll(&mirror::Cluster::resume); });
    connect(&m_surroundings, &mirror::Surroundings::networkChanged, this,
            [tellAll] { tellAll(&mirror::Cluster::networkChanged); });
}

void Application::followKubeconfig()
{
    showContexts();
    const QList<Desk *> desks = m_window->desks().all();
    if (desks.isEmpty() && !m_configs.places().isEmpty())
        m_window->showNothing();
    for (Desk *desk : desks) {
        // A file that somebody is just writing, or broke, takes nothing away from what runs.
        if (m_configs.isBroken(desk->place().file))
            continue;
        const kube::Result<config::Connection> now = m_configs.connection(desk->place());
        if (!now)
            desk->fail(now.error());
        else if (desk->cluster() ? config::difference(desk->cluster()->connection(), *now).needsReconnect()
                                 : isOfTheFile(desk->snapshot().state().error))
            connectDesk(*desk);
    }
}

void Application::review(const style::Notice &)
{
    using views::SuspicionsDialog;
    auto *dialog = new SuspicionsDialog(m_configs.suspicions(), SuspicionsDialog::Purpose::Review, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::speak(const QString &language)
{
    struct Kept {
        Place place;
        std::unique_ptr<mirror::Cluster> cluster;
        QStringList namespaces;
        QString filter;
    };
    std::vector<Kept> kept;
    const Desk *current = m_window->desks().current();
    const std::optional<Place> shownPlace = current ? std::optional(current->place()) : std::nullopt;
    for (Desk *desk : m_window->desks().all()) {
        const QStringList namespaces = desk->namespaces();
        const QString filter = desk->filter();
        kept.push_back({desk->place(), desk->detach(), namespaces, filter});
    }
    m_language.use(language);
    const bool shown = m_window->isVisible();
    const QByteArray place = m_window->saveGeometry();
    m_window->saveLayout();
    makeWindow();
    m_window->restoreGeometry(place);
    showContexts();
    for (Kept &one : kept) {
        Desk &desk = m_window->desks().open(one.place);
        desk.setFilter(one.filter);
        if (one.cluster)
            desk.attach(std::move(one.cluster), one.namespaces);
        else
            connectDesk(desk);
    }
    if (shownPlace)
        m_window->desks().show(m_window->desks().find(*shownPlace));
    m_window->setVisible(shown);
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
    m_configs.open(m_options.kubeconfig.isEmpty() ? m_settings.kubeconfig() : m_options.kubeconfig);
    showContexts();
    if (m_configs.places().isEmpty()) {
        m_window->showWelcome(m_configs.errors());
        return;
    }
    const std::optional<Place> place =
        m_options.context.isEmpty() ? m_configs.current() : m_configs.named(m_options.context);
    if (place)
        openContext(*place);
    else if (!m_options.context.isEmpty())
        openContext({m_options.context, m_options.kubeconfig});
    else if (!m_window->desks().current())
        m_window->showNothing();
}

void Application::useKubeconfig(const QString &path)
{
    using views::SuspicionsDialog;
    const QList<config::Suspicion> found = config::KubeConfig::load(path).suspicions();
    if (found.isEmpty()) {
        takeKubeconfig(path);
        return;
    }
    auto *dialog = new SuspicionsDialog(found, SuspicionsDialog::Purpose::Import, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, path] { takeKubeconfig(path); });
    dialog->open();
}

void Application::takeKubeconfig(const QString &path)
{
    m_options.kubeconfig = path;
    m_options.context.clear();
    m_options.practice = false;
    m_settings.setKubeconfig(path);
    open();
}

void Application::openContext(const Place &place)
{
    const bool isOpen = m_window->desks().find(place) != nullptr;
    Desk &desk = m_window->desks().open(place);
    m_window->desks().show(&desk);
    if (!isOpen)
        connectDesk(desk);
}

void Application::connectDesk(Desk &desk)
{
    const kube::Result<config::Connection> connection = m_configs.connection(desk.place());
    if (!connection) {
        desk.fail(connection.error());
        return;
    }
    const bool isShown = m_window->desks().current() == &desk;
    m_admission.admit(*connection, &desk, m_window.get(),
                      isShown ? windows::Admission::Asking::Now : windows::Admission::Asking::Later,
                      [this, to = &desk](const kube::Result<config::Connection> &admitted) {
                          if (admitted)
                              attach(*to, *admitted);
                          else
                              to->fail(admitted.error());
                      });
}

void Application::attach(Desk &desk, config::Connection connection)
{
    // The practice cluster begins anew each time: there is nothing to remember of it.
    const QString folder = m_options.folder.isEmpty() ? ownFolder() : m_options.folder;
    const bool isPractice = m_practice && desk.place().file == m_practice->kubeconfigPath();
    const bool isKept = !isPractice && m_options.tour.isEmpty() && !folder.isEmpty();
    const QStringList namespaces = desk.cluster() ? desk.namespaces() : firstNamespaces(desk.place());
    desk.attach(
        std::make_unique<mirror::Cluster>(std::move(connection), isKept ? folder + u"/history.sqlite"_s : QString()),
        namespaces);
}

void Application::showContexts()
{
    m_window->setContexts(m_configs.places());
    m_window->setNotices(m_configs.notices() + m_troubles);
}

QStringList Application::firstNamespaces(const Place &place) const
{
    if (m_options.ns)
        return m_options.ns->split(u',', Qt::SkipEmptyParts);
    if (const auto last = m_settings.lastNamespaces(place.context))
        return *last;
    return m_configs.namespaceOf(place).split(u',', Qt::SkipEmptyParts);
}

void Application::startPractice()
{
    if (!m_practice) {
        auto cluster = std::make_unique<practice::Cluster>();
        practice::Options options;
        options.speed = m_options.speed > 0 ? m_options.speed : 1;
        if (const kube::Result<void> started = cluster->start(options); !started) {
            m_window->showWelcome({started.error()});
            return;
        }
        m_practice = std::move(cluster);
        m_configs.add(m_practice->kubeconfigPath());
        showContexts();
    }
    if (const std::optional<Place> place = m_configs.firstOf(m_practice->kubeconfigPath()))
        openContext(*place);
}
