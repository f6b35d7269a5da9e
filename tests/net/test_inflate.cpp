// SPDX-License-Identifier: Apache-2.0
#include "net/bytes/inflate.h"
#include "net/framing.h"
#include "support/faults/gzip.h"

#include <QFile>
#include <QTest>

using net::Inflate;
using support::gzip;
using support::gzipEach;

namespace {

/** Everything that comes out; `isFine` turns false where the bytes are damaged. */
QByteArray unpack(Inflate &inflate, QByteArrayView in, bool &isFine)
{
    QByteArray all;
    for (;;) {
        QByteArrayView out;
        switch (inflate.next(in, out)) {
        case Inflate::Step::Piece: all += out.toByteArray(); break;
        case Inflate::Step::Done: return all;
        case Inflate::Step::Broken: isFine = false; return all;
        }
    }
}

QByteArray unpack(QByteArrayView in, bool &isWhole)
{
    Inflate inflate;
    bool isFine = true;
    QByteArray all = unpack(inflate, in, isFine);
    isWhole = isFine && !inflate.isPartial();
    return all;
}

QList<QByteArray> recorded()
{
    QFile file(QStringLiteral(TEST_DATA "/net/pods.watch.jsonl"));
    QList<QByteArray> lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    lines.removeAll({});
    return lines;
}

}  // namespace

class TestInflate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /** Gzip header, deflate blocks, trailer, the seam of two members: each cut gives the same frames. */
    void N13_givesTheSameFramesWhereverMembersAreCut()
    {
        const QList<QByteArray> lines = recorded().mid(0, 3);
        QVERIFY(lines.size() == 3);
        const QByteArray packed = gzipEach(lines);
        for (qsizetype at = 0; at <= packed.size(); ++at) {
            Inflate inflate;
            net::Framing framing;
            QList<QByteArray> frames;
            bool isFine = true;
            for (const QByteArrayView part : {QByteArrayView(packed).first(at), QByteArrayView(packed).sliced(at)}) {
                framing.append(unpack(inflate, part, isFine));
                QByteArrayView frame;
                while (framing.next(frame) == net::Framing::Next::Frame)
                    frames << frame.toByteArray();
            }
            QVERIFY(isFine);
            QVERIFY(!inflate.isPartial());
            QCOMPARE(frames, lines);
        }
    }

    void A12_unpacksManyMembersByteByByte()
    {
        const QList<QByteArray> lines = recorded();
        Inflate inflate;
        QByteArray all;
        bool isFine = true;
        for (const char byte : gzipEach(lines))
            all += unpack(inflate, QByteArrayView(&byte, 1), isFine);
        QVERIFY(isFine);
        QVERIFY(!inflate.isPartial());
        QCOMPARE(all, lines.join());
    }

    /** What was flushed can be read before the member ends. */
    void A12_givesWhatCameAtOnce()
    {
        const QByteArray packed = gzip("{\"a\":1}");
        Inflate inflate;
        bool isFine = true;
        QCOMPARE(unpack(inflate, packed.first(packed.size() - 8), isFine), "{\"a\":1}");
        QVERIFY(inflate.isPartial());
    }

    void P09_damageIsSeen()
    {
        const QByteArray text = recorded().join();
        const QByteArray packed = gzip(text);
        bool isWhole = false;
        QCOMPARE(unpack(packed, isWhole), text);
        QVERIFY(isWhole);
        for (qsizetype at = 0; at < packed.size(); ++at) {
            (void)unpack(QByteArrayView(packed).first(at), isWhole);
            QVERIFY2(!isWhole, qPrintable(QString::number(at)));
        }
        // CRC-32 and length are the last eight bytes
        for (qsizetype at = packed.size() - 8; at < packed.size(); ++at) {
            QByteArray wrong = packed;
            wrong[at] = static_cast<char>(wrong.at(at) ^ 1);
            (void)unpack(wrong, isWhole);
            QVERIFY(!isWhole);
        }
        (void)unpack(packed + "junk", isWhole);
        QVERIFY(!isWhole);
        (void)unpack(text, isWhole);
        QVERIFY(!isWhole);
        (void)unpack(QByteArray(), isWhole);
        QVERIFY(!isWhole);
    }

    /** The caller can stop a bomb: it comes out 64 KiB at a time. */
    void P09_aBombComesOutInSmallPieces()
    {
        const QByteArray bomb = support::gzipBomb(256LL * 1024 * 1024);
        QVERIFY(bomb.size() < 300'000);
        Inflate inflate;
        QByteArrayView in(bomb);
        QByteArrayView out;
        qsizetype largest = 0;
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(inflate.next(in, out), Inflate::Step::Piece);
            largest = std::max(largest, out.size());
        }
        QVERIFY(largest <= 64 * 1024);
        QVERIFY(!in.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestInflate)
#include "test_inflate.moc"
