// SPDX-License-Identifier: Apache-2.0
// Differences and merges of texts, held to what they promise on thousands of random texts.
#include "manifest/compare/difference.h"
#include "manifest/compare/merge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::MergePiece;
using manifest::Stretch;
using From = MergePiece::From;

namespace {

QStringList linesOf(const QString &letters)
{
    QStringList lines;
    for (const QChar c : letters)
        lines.append(QString(c));
    return lines;
}

/** The length of the longest common subsequence, by the book: what a shortest script leaves the same. */
qsizetype longestCommon(const QStringList &a, const QStringList &b)
{
    QList<qsizetype> row(b.size() + 1, 0);
    for (const QString &line : a) {
        qsizetype corner = 0;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype above = row[j + 1];
            row[j + 1] = line == b[j] ? corner + 1 : std::max(above, row[j]);
            corner = above;
        }
    }
    return row.last();
}

QStringList randomText(QRandomGenerator &random, int most)
{
    QStringList lines;
    for (int i = random.bounded(most); i > 0; --i)
        lines.append(QString(QChar(u'a' + random.bounded(4))));
    return lines;
}

QStringList edited(QRandomGenerator &random, QStringList lines)
{
    for (int i = random.bounded(3); i >= 0; --i) {
        const int at = random.bounded(int(lines.size()) + 1);
        if (random.bounded(2) && at < lines.size())
            lines.removeAt(at);
        else
            lines.insert(at, QString(QChar(u'A' + random.bounded(26))));
    }
    return lines;
}

/** That the stretches are the whole of both texts, in order, taking turns, and say the truth. */
QString faultOf(const QList<Stretch> &stretches, const QStringList &left, const QStringList &right)
{
    qsizetype l = 0;
    qsizetype r = 0;
    for (qsizetype i = 0; i < stretches.size(); ++i) {
        const Stretch &s = stretches[i];
        if (s.left != l || s.right != r)
            return u"not in order"_s;
        if (i > 0 && stretches[i - 1].same == s.same)
            return u"two of a kind in a row"_s;
        if (s.same && left.sliced(s.left, s.leftCount) != right.sliced(s.right, s.rightCount))
            return u"not the same"_s;
        l += s.leftCount;
        r += s.rightCount;
    }
    return l == left.size() && r == right.size() ? QString() : u"not the whole"_s;
}

}  // namespace

class TestCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differencesAreTrueAndShortest()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 5000; ++i) {
            const QStringList left = randomText(random, 30);
            const QStringList right = random.bounded(2) ? randomText(random, 30) : edited(random, left);
            const QList<Stretch> stretches = manifest::difference(left, right);
            QCOMPARE(faultOf(stretches, left, right), QString());
            qsizetype same = 0;
            for (const Stretch &s : stretches)
                same += s.same ? s.leftCount : 0;
            QCOMPARE(same, longestCommon(left, right));
        }
    }

    void edges()
    {
        QCOMPARE(manifest::difference({}, {}), QList<Stretch>());
        QCOMPARE(manifest::difference(linesOf(u"abc"_s), linesOf(u"abc"_s)), (QList<Stretch>{{true, 0, 3, 0, 3}}));
        QCOMPARE(manifest::difference({}, linesOf(u"ab"_s)), (QList<Stretch>{{false, 0, 0, 0, 2}}));
        QCOMPARE(manifest::difference(linesOf(u"axc"_s), linesOf(u"abbc"_s)),
                 (QList<Stretch>{{true, 0, 1, 0, 1}, {false, 1, 1, 1, 2}, {true, 2, 1, 3, 1}}));
    }

    void textsWithNothingInCommonCostLittle()
    {
        QStringList left{u"same"_s};
        QStringList right{u"same"_s};
        for (int i = 0; i < 30'000; ++i) {
            left.append(u"l%1"_s.arg(i));
            right.append(u"r%1"_s.arg(i));
        }
        const QList<Stretch> stretches = manifest::difference(left, right, 200);
        QCOMPARE(stretches, (QList<Stretch>{{true, 0, 1, 0, 1}, {false, 1, 30'000, 1, 30'000}}));
    }

    void merges_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QList<From>>("from");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *name, const QString &base, const QString &mine, const QString &theirs,
                            const QList<From> &from,
                            const QString &result) { QTest::newRow(name) << base << mine << theirs << from << result; };
        row("nothing", u"abc"_s, u"abc"_s, u"abc"_s, {From::All}, u"abc"_s);
        row("mine", u"abc"_s, u"aXc"_s, u"abc"_s, {From::All, From::Mine, From::All}, u"aXc"_s);
        row("theirs", u"abc"_s, u"abc"_s, u"abcY"_s, {From::All, From::Theirs}, u"abcY"_s);
        row("both apart", u"abcde"_s, u"aXcde"_s, u"abcdY"_s, {From::All, From::Mine, From::All, From::Theirs},
            u"aXcdY"_s);
        row("the same", u"abc"_s, u"aXc"_s, u"aXc"_s, {From::All, From::Same, From::All}, u"aXc"_s);
        row("conflict", u"abc"_s, u"aXc"_s, u"aYc"_s, {From::All, From::Conflict, From::All}, u"ac"_s);
        row("neighbours", u"abcd"_s, u"aXcd"_s, u"abYd"_s, {From::All, From::Conflict, From::All}, u"ad"_s);
        row("removed and changed", u"abc"_s, u"ac"_s, u"aYc"_s, {From::All, From::Conflict, From::All}, u"ac"_s);
        row("from nothing", u""_s, u"a"_s, u"b"_s, {From::Conflict}, u""_s);
    }
    void merges()
    {
        QFETCH(QString, base);
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        QFETCH(QList<From>, from);
        QFETCH(QString, result);
        QList<From> sources;
        QStringList lines;
        for (const MergePiece &piece : manifest::merge(linesOf(base), linesOf(mine), linesOf(theirs))) {
            sources << piece.from;
            lines << piece.result();
        }
        QCOMPARE(sources, from);
        QCOMPARE(lines.join(QString()), result);
    }

    void mergesLoseNothing()
    {
        QRandomGenerator random(11);
        int conflicts = 0;
        for (int i = 0; i < 5000; ++i) {
            const QStringList base = randomText(random, 20);
            const QStringList mine = edited(random, base);
            const QStringList theirs = random.bounded(4) ? edited(random, base) : base;
            QStringList bases;
            QStringList mines;
            QStringList their;
            QStringList merged;
            QStringList mirrored;
            bool clean = true;
            const auto pieces = manifest::merge(base, mine, theirs);
            const auto swapped = manifest::merge(base, theirs, mine);
            for (const MergePiece &piece : pieces) {
                bases << piece.base;
                mines << piece.mine;
                their << piece.theirs;
                merged << piece.result();
                clean = clean && piece.from != From::Conflict;
            }
            for (const MergePiece &piece : swapped)
                mirrored << piece.result();
            QCOMPARE(bases, base);
            QCOMPARE(mines, mine);
            QCOMPARE(their, theirs);
            QCOMPARE(mirrored, merged);  // it does not matter who is who
            if (theirs == base)
                QCOMPARE(merged, mine);
            conflicts += clean ? 0 : 1;
        }
        QVERIFY(conflicts > 100);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "test_compare.moc"
