// SPDX-License-Identifier: Apache-2.0
// soak: two mirrors of a real cluster through bad weather and under change; time and again, in a calm, each must hold
// exactly what the server lists. One sees TLS cut at any byte, the other one wrong answers too.
//   GANTRY_E2E_KUBECONFIG=FILE soak [--minutes N] [--seed N] [--apiserver-pid FILE]
#include "config/kubeconfig.h"
#include "soak/churn.h"
#include "soak/weather.h"
#include "support/faultserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList Resources = {u"pods"_s, u"events"_s, u"nodes"_s, u"namespaces"_s};
constexpr auto CheckEvery = 5min;
constexpr auto RestartEvery = 4min;
constexpr auto CalmLimit = 180s;  ///< a half-open line is found out within 90 s of silence
constexpr qint64 GrowthLimitKiB = 48 * 1024;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/** One mirror, its line, and what befalls it. */
struct Strand {
    std::unique_ptr<support::FaultProxy> proxy;
    std::unique_ptr<soak::Weather> weather;
    std::unique_ptr<soak::Witness> witness;
    qint64 firstKiB = 0;
    qint64 lastKiB = 0;
    qint64 mostKiB = 0;
    bool isEqual = false;
    QStringList differences;
};

void writeSecret(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Where `held` differs from `truth`, a line each. */
QStringList differencesOf(const QString &resource, const soak::Truth &truth, const soak::Truth &held)
{
    QStringList lines;
    for (const auto &[key, version] : truth) {
        const auto found = held.find(key);
        if (found == held.end())
            lines << u"%1 %2: missing"_s.arg(resource, key);
        else if (found->second != version)
            lines << u"%1 %2: %3 instead of %4"_s.arg(resource, key, found->second.second, version.second);
    }
    for (const auto &[key, version] : held) {
        if (!truth.contains(key))
            lines << u"%1 %2: is gone"_s.arg(resource, key);
    }
    return lines;
}

}  // namespace

class Soak : public QObject {
    Q_OBJECT
public:
    Soak(const config::Connection &connection, const QString &kubeconfig, std::chrono::minutes time, quint32 seed,
         const QString &pidFile)
        : m_server(connection, pidFile), m_churn(m_server, u"gantry-soak-%1"_s.arg(seed), seed, 20), m_dice(seed, 100),
          m_end(std::chrono::steady_clock::now() + time)
    {
        addPlain(connection, kubeconfig, seed);
        addSpeaking(connection, seed);
        connect(&m_server, &soak::ApiServer::up, this, [this] {
            for (Strand &strand : m_strands)
                strand.witness->markUp();
        });
        const auto every = [this](std::chrono::milliseconds period, auto call) {
            auto *const timer = new QTimer(this);
            connect(timer, &QTimer::timeout, this, call);
            timer->start(period);
        };
        every(5s, &Soak::weigh);
        every(std::min<std::chrono::milliseconds>(RestartEvery, std::chrono::milliseconds(time) / 2), &Soak::restart);
        m_checking.setSingleShot(true);
        connect(&m_checking, &QTimer::timeout, this, &Soak::calm);
        m_again.setSingleShot(true);
        connect(&m_again, &QTimer::timeout, this, &Soak::compare);
        begin();
    }

private:
    /** TLS passes through, so the server's own certificate and the user's own credentials hold. */
    void addPlain(const config::Connection &connection, const QString &kubeconfig, quint32 seed)
    {
        const support::Upstream upstream{
            connection.server.host(), static_cast<quint16>(connection.server.port(443)), {}};
        auto proxy = std::make_unique<support::FaultProxy>(upstream);
        QByteArray text = contents(kubeconfig);
        text.replace(connection.server.toEncoded(), "https://127.0.0.1:" + QByteArray::number(proxy->port()));
        writeSecret(m_folder.filePath(u"cut.conf"_s), text);
        add(u"cut"_s, std::move(proxy), seed + 10);
    }

    /** TLS ends in the proxy, which shows the user's certificate to the server and speaks in its place. */
    void addSpeaking(const config::Connection &connection, quint32 seed)
    {
        QSslConfiguration back = QSslConfiguration::defaultConfiguration();
        back.setCaCertificates(connection.ca);
        back.setLocalCertificateChain(connection.clientChain);
        back.setPrivateKey(connection.clientKey);
        const support::Upstream upstream{connection.server.host(), static_cast<quint16>(connection.server.port(443)),
                                         back};
        auto proxy = std::make_unique<support::FaultProxy>(upstream);
        QSslConfiguration front = support::FaultServer::tls(u"server"_s);
        front.setPeerVerifyMode(QSslSocket::VerifyNone);
        proxy->endTls(front);
        writeSecret(m_folder.filePath(u"spoken.conf"_s),
                    "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
                    "contexts: [{name: c, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]\n"
                    "clusters: [{name: c, cluster: {server: \"https://127.0.0.1:" +
                        QByteArray::number(proxy->port()) +
                        "\", certificate-authority: \"" TEST_DATA "/tls/ca.pem\"}}]\n");
        add(u"spoken"_s, std::move(proxy), seed + 20);
    }

    void add(const QString &name, std::unique_ptr<support::FaultProxy> proxy, quint32 seed)
    {
        Strand strand;
        strand.proxy = std::move(proxy);
        strand.weather = std::make_unique<soak::Weather>(*strand.proxy, seed, name == u"spoken");
        strand.witness = std::make_unique<soak::Witness>(name, m_folder.filePath(name + u".conf"_s), m_folder.path());
        strand.weather->watchOver(strand.witness.get());
        connect(strand.witness.get(), &soak::Witness::dumped, this, &Soak::takeDump);
        m_strands.push_back(std::move(strand));
    }

    void begin()
    {
        m_isCalm = false;
        m_churn.start();
        for (Strand &strand : m_strands)
            strand.weather->start();
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_end - std::chrono::steady_clock::now());
        m_checking.start(std::clamp<std::chrono::milliseconds>(left, 0ms, CheckEvery));
    }

    void restart()
    {
        if (m_isCalm || !m_server.canRestart())
            return;
        ++m_restarts;
        for (Strand &strand : m_strands)
            strand.witness->markDown();
        m_server.restart(m_dice.between(0, 1) == 0);
    }

    void weigh()
    {
        for (Strand &strand : m_strands) {
            const qint64 now = strand.witness->residentKiB();
            strand.lastKiB = now;
            strand.mostKiB = std::max(strand.mostKiB, now);
        }
    }

    void calm()
    {
        m_isCalm = true;
        m_churn.pause();
        for (Strand &strand : m_strands) {
            strand.weather->calm();
            strand.isEqual = false;
        }
        m_calm.start();
        m_again.start(2s);
    }

    /** Mirrors dump, then the server lists: what is held must be what is listed. */
    void compare()
    {
        m_dumps = 0;
        for (Strand &strand : m_strands)
            strand.witness->askDump();
    }

    void takeDump()
    {
        if (++m_dumps < static_cast<int>(m_strands.size()))
            return;
        m_server.list(
            Resources, [this](const QHash<QString, soak::Truth> &truth) { judge(truth); }, [this] { lookAgain(); });
    }

    void lookAgain()
    {
        if (m_calm.elapsed() > std::chrono::milliseconds(CalmLimit).count())
            conclude();
        else
            m_again.start(1s);
    }

    void judge(const QHash<QString, soak::Truth> &truth)
    {
        bool areEqual = true;
        for (Strand &strand : m_strands) {
            strand.differences.clear();
            for (const QString &resource : Resources) {
                strand.differences += differencesOf(resource, truth.value(resource), strand.witness->held(resource));
                if (strand.witness->state(resource) != u"Live")
                    strand.differences << u"%1 are %2"_s.arg(resource, strand.witness->state(resource));
            }
            if (strand.differences.isEmpty() && !strand.isEqual)
                m_toEqual.add(m_calm.elapsed());
            strand.isEqual |= strand.differences.isEmpty();
            areEqual &= strand.isEqual;
        }
        m_objects = 0;
        for (const soak::Truth &one : truth)
            m_objects += one.size();
        areEqual ? conclude() : lookAgain();
    }

    /** The end of one comparison, and of all where the time is over. */
    void conclude()
    {
        for (Strand &strand : m_strands) {
            if (strand.firstKiB == 0)
                strand.firstKiB = strand.witness->residentKiB();
            check(strand.isEqual,
                  u"%1: %2 objects equal after %3 s"_s.arg(strand.witness->name())
                      .arg(m_objects)
                      .arg(m_calm.elapsed() / 1000),
                  strand.differences);
        }
        if (std::chrono::steady_clock::now() < m_end)
            return begin();
        finish();
    }

    void check(bool holds, const QString &what, const QStringList &details)
    {
        ++(holds ? m_passed : m_failed);
        out() << QDateTime::currentDateTimeUtc().toString(u"hh:mm:ss "_s) << (holds ? "ok   " : "FAIL ") << what
              << Qt::endl;
        if (holds)
            return;
        for (const QString &line : details.first(std::min<qsizetype>(details.size(), 10)))
            out() << "     " << line << Qt::endl;
    }

    void finish()
    {
        weigh();
        out() << "writes " << m_churn.writes() << ", restarts of the API server " << m_restarts
              << ", calm to equal: " << m_toEqual.text() << Qt::endl;
        for (Strand &strand : m_strands) {
            const QJsonObject counters = strand.witness->counters();
            out() << strand.witness->name() << ": " << strand.weather->told() << "; connections "
                  << strand.proxy->connections() << ", struck " << strand.proxy->struck() << Qt::endl;
            if (strand.weather->requests() > 0)
                out() << "  requests a minute "
                      << strand.weather->requests() * 60'000LL / std::max<qint64>(m_age.elapsed(), 1) << Qt::endl;
            for (auto it = counters.begin(); it != counters.end(); ++it)
                out() << (it == counters.begin() ? "  " : ", ") << it.key() << ' ' << it.value().toInteger();
            out() << "\n  cut to Stale: " << strand.witness->toStale.text()
                  << "\n  back to Live: " << strand.witness->toLive.text() << "\n  VmRSS KiB: " << strand.firstKiB
                  << " after the first check, " << strand.lastKiB << " at the end, " << strand.mostKiB << " at most"
                  << Qt::endl;
            check(strand.witness->isRunning() && strand.lastKiB < strand.firstKiB + GrowthLimitKiB,
                  strand.witness->name() + u": memory does not grow"_s, {});
        }
        m_churn.tidy();
        QTimer::singleShot(2s, this, [this] {
            out() << m_passed << " passed, " << m_failed << " failed, 0 skipped" << Qt::endl;
            QCoreApplication::exit(m_failed > 0 ? 1 : 0);
        });
    }

    QTemporaryDir m_folder;
    soak::ApiServer m_server;
    soak::Churn m_churn;
    support::Dice m_dice;
    std::chrono::steady_clock::time_point m_end;
    std::vector<Strand> m_strands;
    QTimer m_checking;
    QTimer m_again;
    QElapsedTimer m_calm;
    QElapsedTimer m_age = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    soak::Times m_toEqual;
    size_t m_objects = 0;
    int m_dumps = 0;
    int m_restarts = 0;
    int m_passed = 0;
    int m_failed = 0;
    bool m_isCalm = false;
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"minutes"_s, u"how long"_s, u"N"_s, u"30"_s},
         {u"seed"_s, u"of everything random"_s, u"N"_s},
         {u"apiserver-pid"_s, u"the file with the pid of an API server that may be restarted"_s, u"FILE"_s}});
    parser.process(app);
    const QString kubeconfig = qEnvironmentVariable("GANTRY_E2E_KUBECONFIG");
    const auto loaded = config::KubeConfig::load(kubeconfig);
    const auto connection = loaded.connection({});
    if (!connection) {
        out() << connection.error().message << "\n0 passed, 1 failed, 0 skipped" << Qt::endl;
        return 1;
    }
    const quint32 seed =
        parser.isSet(u"seed"_s) ? parser.value(u"seed"_s).toUInt() : QRandomGenerator::global()->bounded(1'000'000U);
    out() << "seed " << seed << Qt::endl;
    const Soak soak(*connection, kubeconfig, std::chrono::minutes(parser.value(u"minutes"_s).toInt()), seed,
                    parser.value(u"apiserver-pid"_s));
    return QCoreApplication::exec();
}

#include "main.moc"
