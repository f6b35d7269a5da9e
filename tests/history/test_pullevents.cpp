// SPDX-License-Identifier: Apache-2.0
#include "history/pullevents.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using history::PullEvents;

namespace {

const kube::Timestamp Now = kube::Timestamp::fromUnixSeconds(1'800'000'000);

kube::EventPtr pulled(const QString &uid, int count = 1, std::chrono::seconds ago = {})
{
    auto event = std::make_shared<kube::Event>();
    event->meta.uid = uid;
    event->meta.key = {u"dev"_s, u"web."_s + uid};
    event->involved = {u"Pod"_s, u"dev"_s, u"web"_s, u"pod-uid"_s, u"spec.containers{app}"_s};
    event->type = u"Normal"_s;
    event->reason = u"Pulled"_s;
    event->message = u"Successfully pulled image \"nginx\" in 1.5s, try %1"_s.arg(count);
    event->host = u"node1"_s;
    event->count = count;
    event->firstTimestamp = Now + -std::chrono::nanoseconds(ago);
    event->lastTimestamp = event->firstTimestamp;
    return event;
}

}  // namespace

class TestPullEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void outlivesItsProgram()
    {
        {
            const auto events = PullEvents::open(path(), Now);
            QVERIFY2(events, events ? "" : qPrintable(events.error().message));
            QVERIFY((*events)->keep(u"here"_s, {pulled(u"b"_s), pulled(u"a"_s, 3, std::chrono::seconds(60))}));
        }
        const auto events = PullEvents::open(path(), Now);
        QVERIFY(events);
        const auto kept = (*events)->of(u"here"_s);
        QVERIFY(kept && kept->size() == 2);
        const kube::Event &first = *kept->first();
        QCOMPARE(first.meta.uid, u"a"_s);
        QCOMPARE(first.meta.key, (kube::Key{u"dev"_s, u"web.a"_s}));
        QCOMPARE(first.involved, pulled(u"a"_s)->involved);
        QCOMPARE(first.occurrences(), 3);
        QCOMPARE(first.message, pulled(u"a"_s, 3)->message);
        QCOMPARE(first.host, u"node1"_s);
        QCOMPARE(first.last(), Now + -std::chrono::nanoseconds(std::chrono::seconds(60)));
        QVERIFY(PullEvents::wants(first));
    }

    void countsOnlyGrow()
    {
        const auto events = PullEvents::open(path(), Now);
        QVERIFY((*events)->keep(u"here"_s, {pulled(u"a"_s, 2)}));
        QVERIFY((*events)->keep(u"here"_s, {pulled(u"a"_s, 5)}));
        QVERIFY((*events)->keep(u"here"_s, {pulled(u"a"_s, 1)}));
        const auto kept = (*events)->of(u"here"_s);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first()->occurrences(), 5);
    }

    void clustersAreApart()
    {
        const auto events = PullEvents::open(path(), Now);
        QVERIFY((*events)->keep(u"here"_s, {pulled(u"a"_s)}));
        QVERIFY((*events)->of(u"there"_s)->isEmpty());
    }

    void oldOnesGo()
    {
        {
            const auto events = PullEvents::open(path(), Now);
            QVERIFY((*events)->keep(u"here"_s, {pulled(u"old"_s, 1, PullEvents::Kept + std::chrono::seconds(1)),
                                                pulled(u"young"_s, 1, PullEvents::Kept - std::chrono::hours(1))}));
        }
        const auto kept = (*PullEvents::open(path(), Now))->of(u"here"_s);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first()->meta.uid, u"young"_s);
    }

    void twoProgramsShareAFile()
    {
        const auto one = PullEvents::open(path(), Now);
        const auto other = PullEvents::open(path(), Now);
        QVERIFY((*one)->keep(u"here"_s, {pulled(u"a"_s)}));
        QVERIFY((*other)->keep(u"here"_s, {pulled(u"b"_s)}));
        QCOMPARE((*one)->of(u"here"_s)->size(), 2);
    }

    void onlyItsUserMayRead()
    {
        const auto events = PullEvents::open(path(), Now);
        QVERIFY(events);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
    }

    void aStrangersFileIsLeftAlone()
    {
        const QByteArray text = "this is a letter, not a data base, and it is longer than a header would be: keep it\n";
        QFile file(path());
        QVERIFY(QDir(m_dir->path()).mkpath(u"sub"_s) && file.open(QIODevice::WriteOnly));
        file.write(text.repeated(20));
        file.close();
        const auto events = PullEvents::open(path(), Now);
        QVERIFY(!events);
        QCOMPARE(events.error().kind, kube::Error::Kind::File);
        QCOMPARE(events.error().where, path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text.repeated(20));
    }

    void onlyEndsOfPullsAreWanted()
    {
        kube::Event event = *pulled(u"a"_s);
        event.reason = u"Failed"_s;
        QVERIFY(PullEvents::wants(event));
        event.reason = u"Pulling"_s;
        QVERIFY(!PullEvents::wants(event));
        event.reason = u"Failed"_s;
        event.involved.kind = u"Job"_s;
        QVERIFY(!PullEvents::wants(event));
    }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(u"sub/history.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestPullEvents)
#include "test_pullevents.moc"
