// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/kubeconfigs.h"

#include "style/accesswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

QList<Place> placesOf(const config::KubeConfig &config)
{
    QList<Place> places;
    for (const config::Context &context : config.contexts())
        places.append({context.name, context.file});
    return places;
}

/** The command line that logs in the user of a context; empty: none. */
QString programOf(const config::KubeConfig &config, const Place &place)
{
    const QList<config::Context> contexts = config.contexts();
    const auto context = std::ranges::find_if(
        contexts, [&place](const config::Context &one) { return one.name == place.context && one.file == place.file; });
    if (context == contexts.cend())
        return {};
    const QString entry = u"users/"_s + context->user;
    for (const config::Suspicion &suspicion : config.suspicions())
        if (suspicion.what == config::Suspicion::What::RunsProgram && suspicion.entry == entry)
            return suspicion.detail;
    return {};
}

std::optional<Place> find(const config::KubeConfig &config, const QString &name)
{
    const QList<Place> places = placesOf(config);
    const auto found = std::ranges::find(places, name, &Place::context);
    return found == places.cend() ? std::nullopt : std::optional(*found);
}

}  // namespace

Kubeconfigs::Kubeconfigs(config::Watcher::Intervals intervals, QObject *parent) : QObject(parent), m_watcher(intervals)
{
    connect(&m_watcher, &config::Watcher::changed, this, [this] {
        read();
        Q_EMIT changed();
    });
}

void Kubeconfigs::open(const QString &path)
{
    m_path = path;
    read();
}

void Kubeconfigs::read()
{
    m_own = config::KubeConfig::load(m_path);
    m_watcher.setFiles(m_own.candidates());
}

bool Kubeconfigs::isBroken(const QString &file) const
{
    return std::ranges::any_of(errors(), [&file](const kube::Error &error) {
        return error.where == file || error.where.startsWith(file + u':');
    });
}

void Kubeconfigs::add(const QString &path)
{
    m_added.append(config::KubeConfig::load(path));
}

QList<Place> Kubeconfigs::places() const
{
    QList<Place> places = placesOf(m_own);
    for (const config::KubeConfig &config : m_added)
        for (const Place &place : placesOf(config))
            if (!places.contains(place))
                places.append(place);
    return places;
}

std::optional<Place> Kubeconfigs::current() const
{
    return find(m_own, m_own.currentContext());
}

std::optional<Place> Kubeconfigs::firstOf(const QString &path) const
{
    for (const config::KubeConfig &config : m_added)
        for (const Place &place : placesOf(config))
            if (place.file == path)
                return place;
    return std::nullopt;
}

std::optional<Place> Kubeconfigs::named(const QString &context) const
{
    return find(m_own, context);
}

const config::KubeConfig *Kubeconfigs::of(const Place &place) const
{
    if (placesOf(m_own).contains(place))
        return &m_own;
    for (const config::KubeConfig &config : m_added)
        if (placesOf(config).contains(place))
            return &config;
    return nullptr;
}

kube::Result<config::Connection> Kubeconfigs::connection(const Place &place) const
{
    if (const config::KubeConfig *config = of(place)) {
        kube::Result<config::Connection> found = config->connection(place.context);
        const QString program = found ? QString() : programOf(*config, place);
        if (!program.isEmpty())
            found.error().message += u'\n' + tr("It logs in with: %1\nA program that needs a terminal has to be run by "
                                                "hand in one.")
                                                 .arg(program);
        return found;
    }
    // Another kubeconfig was opened since; a context that is open still has the file that it came from.
    const config::KubeConfig alone = config::KubeConfig::load(place.file);
    if (placesOf(alone).contains(place))
        return alone.connection(place.context);
    return kube::failure(kube::Error::Kind::Config,
                         tr("The kubeconfig has no context \"%1\" any more.").arg(place.context), place.file);
}

QString Kubeconfigs::namespaceOf(const Place &place) const
{
    if (const config::KubeConfig *config = of(place))
        for (const config::Context &context : config->contexts())
            if (context.name == place.context && context.file == place.file)
                return context.ns;
    return {};
}

QList<style::Notice> Kubeconfigs::notices() const
{
    QList<style::Notice> notices;
    for (const kube::Error &error : errors())
        notices.append(
            {style::Tone::Failed,
             tr("%1: %2. What this file says is missing here; all others work.").arg(error.where, error.message),
             style::Act::Dismiss});
    const QList<config::Suspicion> found = suspicions();
    const auto grave = std::ranges::count_if(found, style::AccessWords::isGrave);
    if (grave > 0)
        notices.append({style::Tone::Failed,
                        tr("The kubeconfig can do %n thing(s) that you may not want.", nullptr, int(grave)),
                        style::Act::Review});
    return notices;
}

}  // namespace windows
