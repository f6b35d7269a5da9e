// SPDX-License-Identifier: Apache-2.0
// Schemas from a server over a real socket: by index and hash, from the disk, and from servers that only have v2.
#include "command/bench.h"
#include "command/schema/schemasource.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using bench::Bench;
using command::SchemaCache;
using command::SchemaSource;
using support::Exchange;

namespace {

QByteArray document(const QByteArray &group, const QByteArray &kind, const QByteArray &field)
{
    return R"({"openapi":"3.0.0","components":{"schemas":{"S":{"type":"object","properties":{")" + field +
           R"(":{"type":"string"}},"x-kubernetes-group-version-kind":[{"group":")" + group +
           R"(","version":"v1","kind":")" + kind + R"("}]}}}})";
}

/** Publishes two group versions, and counts what is asked. */
struct Server {
    Server()
    {
        bench.onLook = [this](const Exchange &x) { answer(x); };
    }
    void answer(const Exchange &x)
    {
        const QString path = x.url.path();
        asked << path;
        if (isOld && path == "/openapi/v2"_L1)
            x.answer(200, R"({"definitions":{"P":{"type":"object","x-kubernetes-group-version-kind":[{"group":"",)"
                          R"("version":"v1","kind":"Pod"}]}}})");
        else if (isOld)
            x.answer(404, bench::status(404, "NotFound", "no"));
        else if (path == "/openapi/v3"_L1)
            x.answer(200, R"({"paths":{"api/v1":{"serverRelativeURL":"/openapi/v3/api/v1?hash=)" + hash +
                              R"("},"apis/apps/v1":{"serverRelativeURL":"/openapi/v3/apis/apps/v1?hash=A"}}})");
        else if (isDamaged)
            x.answer(200, "{\"components\":");
        else
            x.answer(200, path == "/openapi/v3/api/v1"_L1 ? document("", "Pod", "field" + hash)
                                                          : document("apps", "Deployment", "replicas"));
    }
    [[nodiscard]] qsizetype times(const QString &path) const { return asked.count(path); }

    Bench bench;
    QStringList asked;
    QByteArray hash = "1";
    bool isOld = false;
    bool isDamaged = false;
};

bool has(const SchemaSource &source, const QString &version, const QString &kind, const QString &field)
{
    const auto set = source.sets().value(version);
    const auto schema = set ? set->ofKind(version, kind) : nullptr;
    return schema && schema->properties.contains(field);
}

const QString CoreDocument = u"/openapi/v3/api/v1"_s;

}  // namespace

class TestSchemaSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchesOnlyWhatIsWanted()
    {
        Server server;
        SchemaSource source{SchemaCache()};
        source.want({u"v1"_s});
        QVERIFY(server.asked.isEmpty());  // nobody to ask
        source.setWire([&] { return &server.bench.client; });
        source.want({u"v1"_s, u"example.io/v1"_s});
        QTRY_VERIFY(has(source, u"v1"_s, u"Pod"_s, u"field1"_s));
        QCOMPARE(server.asked, (QStringList{u"/openapi/v3"_s, CoreDocument}));
        source.want({u"v1"_s, u"apps/v1"_s});
        QTRY_VERIFY(has(source, u"apps/v1"_s, u"Deployment"_s, u"replicas"_s));
        QCOMPARE(server.asked.size(), 3);
        QVERIFY(!source.sets().contains(u"example.io/v1"_s));
        source.setWire([&] { return &server.bench.client; });  // another cluster
        QVERIFY(source.sets().isEmpty());
    }

    void takesFromTheDiskWhatHasTheSameHash()
    {
        QTemporaryDir folder;
        const auto fetch = [&](Server &server, const QString &field) {
            SchemaSource source{SchemaCache(folder.path() + u"/deep/schemas"_s)};
            source.setWire([&] { return &server.bench.client; });
            source.want({u"v1"_s});
            QTRY_VERIFY(has(source, u"v1"_s, u"Pod"_s, field));
        };
        Server first;
        fetch(first, u"field1"_s);
        QCOMPARE(first.times(CoreDocument), 1);
        Server second;
        fetch(second, u"field1"_s);
        QCOMPARE(second.times(CoreDocument), 0);
        Server changed;
        changed.hash = "2";
        fetch(changed, u"field2"_s);
        QCOMPARE(changed.times(CoreDocument), 1);

        const QDir schemas(folder.path() + u"/deep/schemas"_s);
        const QFileInfoList files = schemas.entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo &info : files) {
            QCOMPARE(info.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.putChar('\x55'));
            file.close();
            QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 1));
        }
        Server again;
        fetch(again, u"field1"_s);
        QCOMPARE(again.times(CoreDocument), 1);  // a damaged file is not there
    }

    void fetchesAgainWhenTheHashIsAnother()
    {
        Server server;
        SchemaSource source{SchemaCache()};
        source.setPatience(0);
        source.setWire([&] { return &server.bench.client; });
        source.want({u"v1"_s});
        QTRY_VERIFY(has(source, u"v1"_s, u"Pod"_s, u"field1"_s));
        server.hash = "2";
        QTRY_VERIFY((source.want({u"v1"_s}), has(source, u"v1"_s, u"Pod"_s, u"field2"_s)));
    }

    void asksOldServersForAll()
    {
        Server server;
        server.isOld = true;
        SchemaSource source{SchemaCache()};
        source.setWire([&] { return &server.bench.client; });
        source.want({u"v1"_s});
        QTRY_VERIFY(source.sets().contains(u"v1"_s));
        QCOMPARE(server.asked, (QStringList{u"/openapi/v3"_s, u"/openapi/v2"_s}));
    }

    void damagedAnswersAreNotKept()
    {
        QTemporaryDir folder;
        Server server;
        server.isDamaged = true;
        SchemaSource source{SchemaCache(folder.path())};
        source.setWire([&] { return &server.bench.client; });
        source.want({u"v1"_s});
        QTRY_VERIFY(source.trouble());
        QVERIFY(source.sets().isEmpty());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }

    void theCacheIsBounded()
    {
        QTemporaryDir folder;
        const SchemaCache cache(folder.path(), 4000);
        QByteArray noise;
        for (int i = 0; i < 1500; ++i)
            noise += char((i * 7919) ^ (i >> 3) ^ (i * i));
        for (int i = 0; i < 8; ++i)
            QVERIFY(cache.write(QString::number(i), noise));
        qint64 all = 0;
        for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
            all += file.size();
        QVERIFY(all > 0 && all <= 4000);
        QVERIFY(!SchemaCache().write(u"a"_s, noise));
        QVERIFY(!SchemaCache().read(u"a"_s));
    }
};

QTEST_GUILESS_MAIN(TestSchemaSource)
#include "test_schemasource.moc"
