// SPDX-License-Identifier: Apache-2.0
#include "windows/tour/tour.h"

#include "application.h"
#include "kube/podsummary.h"
#include "views/deletion/objectdeletion.h"
#include "views/describeview.h"
#include "views/editor/editorpanel.h"
#include "views/kinds/kindview.h"
#include "views/logs/logtext.h"
#include "views/logs/logview.h"
#include "views/sending/reviewdialog.h"
#include "windows/actions.h"
#include "windows/desks/kindwatch.h"
#include "windows/desks/logwatch.h"
#include "windows/docks.h"
#include "windows/mainwindow.h"
#include "windows/tour/changescenes.h"
#include "windows/tour/editorscenes.h"
#include "windows/tour/scenes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

constexpr int StepLimit = 180'000;  ///< milliseconds; a real cluster takes its time to delete a namespace
constexpr int Settle = 150;
const kube::Key ThePod{u"dev"_s, u"pod-image-pull-policy"_s};

QString templateText(int story)
{
    const QDir templates(u":/templates"_s);
    const QStringList names = templates.entryList({u"*story*%1*"_s.arg(story), u"%1-*"_s.arg(story)});
    QFile file(names.isEmpty() ? QString() : templates.filePath(names.first()));
    return !names.isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool happened(const QList<kube::EventPtr> &events, const QString &reason, const QString &words = {})
{
    return std::ranges::any_of(
        events, [&](const kube::EventPtr &event) { return event->reason == reason && event->message.contains(words); });
}

/** Whether a story stands at the end that it must come to. */
bool ended(int story, const models::Snapshot &snapshot)
{
    const kube::PodRef pod = snapshot.pod(ThePod);
    if (!pod)
        return false;
    const QList<kube::EventPtr> events = snapshot.eventsOf(*pod);
    const QString status = kube::summarize(*pod).status;
    const bool started = status == u"Running" && happened(events, u"Created"_s) && happened(events, u"Started"_s);
    switch (story) {
    case 1:
    case 3: return started && happened(events, u"Pulling"_s) && happened(events, u"Pulled"_s, u"Successfully pulled"_s);
    case 2:
    case 4:
        return started && !happened(events, u"Pulling"_s) &&
               happened(events, u"Pulled"_s, u"already present on machine"_s);
    default:
        return status == u"ErrImageNeverPull" && pod->status().phase == u"Pending" && !happened(events, u"Pulling"_s) &&
               std::ranges::any_of(events, [](const kube::EventPtr &event) {
                   return event->reason == u"ErrImageNeverPull" && event->type == u"Warning" &&
                          event->occurrences() >= 6;
               });
    }
}

}  // namespace

Tour::Tour(Application &application, const QString &folder) : m_application(application), m_folder(folder)
{
    m_limit.setSingleShot(true);
    m_settle.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        finish(1,
               u"step \"%1\" did not come to its end within %2 s"_s.arg(m_steps.at(m_at).name).arg(StepLimit / 1000));
    });
    connect(&m_settle, &QTimer::timeout, this, &Tour::begin);
}

Desk &Tour::desk()
{
    return *window().desks().current();
}

MainWindow &Tour::window()
{
    return m_application.window();
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "tour: the folder %s cannot be made\n", qPrintable(m_folder));
        QMetaObject::invokeMethod(this, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
        return;
    }
    plan(u"en"_s);
    if (m_application.isPractice())
        plan(u"zh_CN"_s);
    m_settle.start(0);
}

void Tour::add(const QString &name, std::function<void()> act, std::function<bool()> done)
{
    m_steps.append({name, std::move(act), std::move(done)});
}

void Tour::plan(const QString &language)
{
    add(u"language "_s + language, [this, language] {
        m_language = language;
        m_application.speak(language);
        window().resize(1440, 900);
        window().show();
    });
    planOtherPages();
    add(
        u"connect"_s, [this] { m_application.open(); },
        [this] {
            const models::Snapshot &snapshot = desk().snapshot();
            const bool isKnown =
                snapshot.state().phase == mirror::State::Phase::Live && !snapshot.namespaces().isEmpty();
            const bool isTaken = snapshot.namespaces().contains(ThePod.ns);
            if (isKnown && isTaken)
                finish(1, u"this cluster has a namespace \"%1\" already; the tour would delete it"_s.arg(ThePod.ns));
            return isKnown && !isTaken;
        });
    planPictures(u"empty"_s);
    for (int story = 1; story <= 5; ++story)
        planStory(story);
}

void Tour::planOtherPages()
{
    add(u"welcome"_s, [this] { window().showWelcome({}); });
    planPictures(u"welcome"_s);
    add(u"broken kubeconfig"_s, [this] {
        kube::Error error;
        error.kind = kube::Error::Kind::Input;
        error.message = u"did not find expected key"_s;
        error.where = u"/home/you/.kube/config:7:3"_s;
        window().showWelcome({error});
    });
    planPictures(u"welcome-broken"_s);
    add(u"failure"_s, [this] {
        kube::Error error;
        error.kind = kube::Error::Kind::Unreachable;
        error.message = u"connect 192.0.2.10:6443: connection refused"_s;
        Desk &failed = window().desks().open({u"prod-eu"_s, u"/home/you/.kube/config"_s});
        window().desks().show(&failed);
        failed.fail(error);
    });
    planPictures(u"error"_s);
    add(u"failure is closed"_s, [this] { clearScenes(window()); });
    for (const Scene &scene : scenes() + editorScenes() + changeScenes()) {
        for (const auto &[theme, word] :
             {std::pair(style::Theme::Light, u"light"_s), {style::Theme::Dark, u"dark"_s}}) {
            const auto set = [this, scene, theme] {
                m_application.setTheme(theme);
                m_drawn = scene.set(window());
            };
            const auto isReady = [this, scene] {
                const bool is = !scene.isReady || scene.isReady(window());
                if (!is)  // no cluster tells of it
                    QTimer::singleShot(100, this, &Tour::look);
                return is;
            };
            add(scene.name + u" in "_s + word, set, isReady);
            add(scene.name + u" picture"_s, [this, name = scene.name, word] {
                save(name + u'-' + word);
                if (m_drawn && m_drawn != &window())
                    m_drawn->close();
            });
        }
    }
    add(u"scenes are closed"_s, [this] { clearScenes(window()); });
}

void Tour::planStory(int number)
{
    const QString name = u"story-%1"_s.arg(number);
    add(name + u" opens"_s,
        [this, number, name] { window().editor().openText(name + u".yaml"_s, templateText(number)); });
    add(
        name + u" is tried by the server"_s, [this] { window().editor().createAction()->trigger(); },
        [this] {
            const auto *review = window().findChild<views::ReviewDialog *>();
            return review && review->isReady();
        });
    add(
        name + u" is created and comes to its end"_s,
        [this, number] {
            auto *review = window().findChild<views::ReviewDialog *>();
            if (number == 1)
                review->grab().save(QDir(m_folder).filePath(u"create-dark-%1.png"_s.arg(m_language)));
            review->confirm();
        },
        [this, number] { return ended(number, desk().snapshot()); });
    add(
        name + u" is described"_s,
        [this] {
            desk().select(ThePod);
            window().showDescribe();
        },
        [this, number] {
            return desk().description().text().contains(number == 5 ? u"ErrImageNeverPull"_s : u"Started"_s);
        });
    planPictures(name + u"-describe"_s);
    if (number == 1) {
        add(u"the description in sections"_s, [this] { desk().description().setStructured(true); });
        planPictures(u"describe-sections"_s);
        add(u"the description as text"_s, [this] { desk().description().setStructured(false); });
        add(
            name + u" has a log"_s, [this] { window().actions().logs->trigger(); },
            [this] { return desk().logs().view().text().log().size() > 2; });
        planPictures(u"logs"_s);
        add(
            u"its node among the objects"_s, [this] { window().actions().node->trigger(); },
            [this] { return desk().kinds().view().current().has_value(); });
        add(
            u"the node as YAML"_s, [this] { desk().kinds().view().yaml->trigger(); },
            [this] { return !desk().kinds().view().text().isEmpty(); });
        planPictures(u"objects"_s);
        add(
            u"the node described"_s,
            [this] {
                desk().kinds().view().description().setStructured(true);
                desk().kinds().view().describe->trigger();
            },
            [this] { return !desk().kinds().view().description().text().isEmpty(); });
        planPictures(u"object-sections"_s);
        add(u"the node described as text"_s, [this] { desk().kinds().view().description().setStructured(false); });
        planPictures(u"object-describe"_s);
        add(u"the timeline is back"_s, [this] { window().findChild<Docks *>()->raise(Docks::View::Timeline); });
    }
    add(name + u" is explained"_s, [this] { window().showWhy(); });
    planPictures(name);
    add(
        name + u" asks before it deletes"_s, [this] { window().editor().deleteAction()->trigger(); },
        [this] {
            const auto *dialog = window().findChild<views::ObjectDeletion *>();
            return dialog && dialog->isReady();
        });
    add(
        name + u" is deleted"_s,
        [this, number] {
            auto *dialog = window().findChild<views::ObjectDeletion *>();
            if (number == 1)
                dialog->grab().save(QDir(m_folder).filePath(u"delete-dark-%1.png"_s.arg(m_language)));
            dialog->begin();
        },
        [this] { return !desk().snapshot().pod(ThePod) && !desk().snapshot().namespaces().contains(u"dev"_s); });
}

void Tour::planPictures(const QString &name)
{
    for (const auto &[theme, word] : {std::pair(style::Theme::Light, u"light"_s), {style::Theme::Dark, u"dark"_s}}) {
        add(name + u" in "_s + word, [this, theme] { m_application.setTheme(theme); });
        add(name + u" picture"_s, [this, name, word] {
            m_drawn = nullptr;
            save(name + u'-' + word);
        });
    }
}

void Tour::begin()
{
    if (++m_at >= m_steps.size()) {
        finish(0, u"%1 pictures"_s.arg(m_pictures));
        return;
    }
    m_acted = false;
    m_limit.start(StepLimit);
    m_steps.at(m_at).act();
    m_acted = true;
    // speak() makes the window anew, so that each step listens to the window of its time
    disconnect(&window(), &MainWindow::changed, this, nullptr);
    connect(&window(), &MainWindow::changed, this, &Tour::look);
    look();
}

void Tour::look()
{
    if (m_at < 0 || m_at >= m_steps.size() || !m_acted || m_settle.isActive())
        return;
    const Step &step = m_steps.at(m_at);
    if (step.done && !step.done())
        return;
    m_limit.stop();
    m_settle.start(Settle);
}

void Tour::save(const QString &name)
{
    const QString path = QDir(m_folder).filePath(u"%1-%2.png"_s.arg(name, m_language));
    if ((m_drawn ? *m_drawn : window()).grab().save(path))
        ++m_pictures;
    else
        finish(1, u"cannot write "_s + path);
}

void Tour::finish(int code, const QString &words)
{
    m_limit.stop();
    m_settle.stop();
    m_at = m_steps.size();
    std::fprintf(code == 0 ? stdout : stderr, "tour: %s\n", qPrintable(words));
    QCoreApplication::exit(code);
}

}  // namespace windows
