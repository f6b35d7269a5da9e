// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/kindwatch.h"

#include "command/discovery.h"
#include "models/kinds/tablemodel.h"
#include "style/statewords.h"
#include "views/kinds/kindview.h"
#include "windows/desks/kinddescription.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace windows {

namespace {

constexpr auto Rhythm = 5s;  ///< between two lists; longer where a list takes long

const QByteArray AsTable = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

/** The kinds that most questions are about come first. */
const QStringList Curated = {u"nodes"_s,        u"namespaces"_s, u"deployments"_s, u"replicasets"_s, u"daemonsets"_s,
                             u"statefulsets"_s, u"jobs"_s,       u"services"_s,    u"configmaps"_s};
const QStringList CuratedGroups = {QString(), u"apps"_s, u"batch"_s};

qsizetype rankOf(const kube::Resource &kind)
{
    const qsizetype at = Curated.indexOf(kind.resource);
    return at >= 0 && CuratedGroups.contains(kind.group) ? at : Curated.size();
}

bool comesBefore(const decode::NamedResource &a, const decode::NamedResource &b)
{
    const auto order = [](const kube::Resource &kind) { return std::tuple(rankOf(kind), kind.group, kind.resource); };
    return order(a.resource) < order(b.resource);
}

/** This machine's, as the states of the other lists have it. */
kube::Timestamp clock()
{
    return kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
}

}  // namespace

struct KindWatch::Listing {
    kube::Table table;
    QElapsedTimer since;
    int generation = 0;
};

KindWatch::KindWatch(const models::Snapshot &snapshot, QWidget *window, QObject *parent)
    : QObject(parent), m_snapshot(snapshot), m_objects(new models::TableModel(this)),
      m_view(new views::KindView(*m_objects, window)), m_description(new KindDescription(snapshot, this))
{
    m_objects->setClock([this] { return m_snapshot.now(); });
    m_wantedKind = u"Node"_s;
    connect(m_view, &views::KindView::kindChosen, this, &KindWatch::choose);
    connect(m_view, &views::KindView::retryRequested, this, &KindWatch::retry);
    connect(m_view->pods, &QAction::triggered, this, &KindWatch::showPods);
    connect(m_view->owner, &QAction::triggered, this, &KindWatch::goToOwner);
    connect(m_view->remove, &QAction::triggered, this, &KindWatch::remove);
    connect(m_view->edit, &QAction::triggered, this, [this] {
        if (const auto row = m_view->current())
            Q_EMIT editRequested(pathOf(row->key), row->key.name);
    });
    connect(m_view->yaml, &QAction::triggered, this, [this](bool on) {
        if (on)
            fetchText();
        else
            m_view->setText({});
    });
    wireDescription();
    showState();
}

KindWatch::~KindWatch()
{
    delete m_view;  // it may have another parent by now, and reads the model
}

void KindWatch::setClient(command::Client *client)
{
    m_client = client;
    m_description->setClient(client);
    m_view->setDescribing(false);
    ++m_generation;
    m_isListing = false;
    m_asking = 0;
    m_kinds.clear();
    m_unread.clear();
    if (m_wantedKind.isEmpty())
        m_wantedKind = m_kind.kind;
    m_kind = {};
    m_asOf = {};
    m_error.reset();
    m_objects->clear();
    if (client && m_looked)
        discover();
    showState();
}

void KindWatch::setNamespace(const QString &ns)
{
    if (ns == std::exchange(m_ns, ns) || m_kind.resource.isEmpty() || !m_kind.namespaced)
        return;
    choose(m_kind);
}

void KindWatch::setLooked(bool looked)
{
    m_looked = looked;
    m_again.stop();
    if (!looked || !m_client)
        return;
    if (m_kinds.isEmpty())
        discover();
    else
        list();
}

void KindWatch::retry()
{
    if (!m_client)
        return;
    if (m_kinds.isEmpty())
        discover();
    else
        list();
}

void KindWatch::discover()
{
    if (m_asking > 0)
        return;
    m_error.reset();
    m_unread.clear();
    ++m_generation;
    m_asking = 2;
    const auto current = [this, generation = m_generation] { return generation == m_generation; };
    m_client->get(u"/api/v1"_s, {}, "application/json")
        .then(this, [this, current](const kube::Result<QByteArray> &body) {
            if (current())
                takeKinds(body);
        });
    m_client->get(u"/apis"_s, {}, "application/json").then(this, [this, current](const kube::Result<QByteArray> &body) {
        if (current())
            takeGroups(body);
    });
    showState();
}

void KindWatch::takeGroups(const kube::Result<QByteArray> &body)
{
    const auto versions = body.and_then([](const QByteArray &json) { return decode::groupVersions(json); });
    if (!versions)
        m_unread << u"/apis"_s;
    QStringList groups;
    for (const QString &version : versions.value_or(QStringList())) {
        const QString group = version.section(u'/', 0, 0);
        if (groups.contains(group))
            continue;  // the preferred version came first
        groups << group;
        ++m_asking;
        m_client->get(command::apiRoot(version), {}, "application/json")
            .then(this, [this, version, generation = m_generation](const kube::Result<QByteArray> &kinds) {
                if (generation != m_generation)
                    return;
                if (!kinds)
                    m_unread << version;
                takeKinds(kinds);
            });
    }
    takeKinds(QByteArray());
}

void KindWatch::takeKinds(const kube::Result<QByteArray> &body)
{
    --m_asking;
    if (!body && !m_error)
        m_error = body.error();
    if (body && !body->isEmpty())
        for (const decode::NamedResource &kind : decode::namedResources(*body).value_or(QList<decode::NamedResource>()))
            if (kind.canList)
                m_kinds << kind;
    if (m_asking > 0)
        return;
    if (!m_kinds.isEmpty())
        m_error.reset();  // a group whose server is away hides only itself
    std::ranges::sort(m_kinds, comesBefore);
    m_view->setKinds(m_kinds);
    show(m_wantedKind, m_wantedGroup, m_wantedObject);
    showState();
}

void KindWatch::show(const QString &kind, const QString &group, const kube::Key &object)
{
    m_wantedKind = kind;
    m_wantedGroup = group;
    m_wantedObject = object;
    const auto it = std::ranges::find_if(m_kinds, [&](const decode::NamedResource &known) {
        return known.resource.kind == kind && (group.isNull() || known.resource.group == group);
    });
    if (it != m_kinds.end())
        choose(it->resource);
    else
        showState();
}

void KindWatch::choose(const kube::Resource &kind)
{
    if (m_wantedKind != kind.kind)
        m_wantedObject = {};
    m_wantedKind.clear();
    const bool isSame = kind == m_kind;
    m_kind = kind;
    m_view->setKind(kind, m_ns.isEmpty());
    m_view->setDescribing(false);
    m_description->forget();
    if (!isSame) {
        m_objects->clear();
        m_asOf = {};
    }
    m_error.reset();
    m_isListing = false;
    ++m_generation;
    list();
}

void KindWatch::list()
{
    if (!m_client || !m_looked || m_isListing || m_kind.resource.isEmpty())
        return;
    m_isListing = true;
    m_again.stop();
    const auto listing = std::make_shared<Listing>();
    listing->generation = m_generation;
    listing->since.start();
    ask(listing, {});
    showState();
}

QString KindWatch::pathOf(const kube::Key &object) const
{
    QStringList parts;
    const QString ns = object.name.isEmpty() ? m_ns : object.ns;
    if (m_kind.namespaced && !ns.isEmpty())
        parts << u"namespaces"_s << ns;
    parts << m_kind.resource;
    if (!object.name.isEmpty())
        parts << object.name;
    const QString root = m_kind.group.isEmpty() ? m_kind.version : m_kind.group + u'/' + m_kind.version;
    return net::pathOf(command::apiRoot(root), parts);
}

void KindWatch::ask(const std::shared_ptr<Listing> &listing, const QString &continueToken)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, u"500"_s);
    if (!continueToken.isEmpty())
        query.addQueryItem(u"continue"_s, QString::fromLatin1(QUrl::toPercentEncoding(continueToken)));
    m_client->get(pathOf({}), query, AsTable).then(this, [this, listing](const kube::Result<QByteArray> &body) {
        if (listing->generation == m_generation)
            take(listing, body);
    });
}

void KindWatch::take(const std::shared_ptr<Listing> &listing, const kube::Result<QByteArray> &body)
{
    const auto page = body.and_then([](const QByteArray &json) { return decode::table(json); });
    if (page) {
        if (listing->table.columns.isEmpty())
            listing->table.columns = page->table.columns;
        listing->table.rows << page->table.rows;
        if (!page->continueToken.isEmpty()) {
            ask(listing, page->continueToken);
            return;
        }
        m_objects->setTable(listing->table);
        m_asOf = clock();
        m_error.reset();
        if (!m_wantedObject.name.isEmpty())
            m_view->select(std::exchange(m_wantedObject, {}));
        if (m_view->describe->isChecked())
            m_description->refresh();
    } else {
        m_error = page.error();
    }
    m_isListing = false;
    const std::chrono::milliseconds took(listing->since.elapsed());
    if (m_looked)
        m_again.start(std::max<std::chrono::milliseconds>(Rhythm, 10 * took), this);
    showState();
    Q_EMIT changed();
}

void KindWatch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_again.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_again.stop();
    list();
}

void KindWatch::showState()
{
    QString line = m_kind.resource.isEmpty() ? QString() : tr("%n object(s)", nullptr, m_objects->rowCount());
    if (!m_asOf.isNull())
        line = tr("%1 as of %2").arg(line, style::StateWords::when(m_asOf, clock()));
    style::Trouble page;
    style::Tone tone = style::Tone::Done;
    if (m_error) {
        const style::Trouble trouble = style::Wording::trouble(*m_error);
        tone = style::Tone::Failed;
        page = trouble;
        line = m_asOf.isNull() ? trouble.what : tr("%1; asked again: %2").arg(line, m_error->message);
    } else if (!m_client) {
        page.what = tr("No cluster is connected");
        tone = style::Tone::Unknown;
    } else if (m_asking > 0 || (m_asOf.isNull() && m_isListing)) {
        page.what = m_asking > 0 ? tr("Asking which kinds there are…") : tr("Listing…");
        tone = style::Tone::Pulling;
    } else if (!m_wantedKind.isEmpty() && !m_kinds.isEmpty()) {
        page.what = tr("This server has no kind %1").arg(m_wantedKind);
        tone = style::Tone::Unknown;
    } else {
        page.what = m_ns.isEmpty() || !m_kind.namespaced ? tr("There are none")
                                                         : tr("There are none in namespace %1").arg(m_ns);
        tone = m_asOf.isNull() ? style::Tone::Unknown : style::Tone::Running;
    }
    if (!m_unread.isEmpty())
        line = tr("%1; kinds of these groups are not known: %2").arg(line, m_unread.join(u", "_s));
    m_view->setState(tone, line, page, m_error.has_value() || !m_client);
}

}  // namespace windows
