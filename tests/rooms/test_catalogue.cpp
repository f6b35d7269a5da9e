// SPDX-License-Identifier: Apache-2.0
// tests/FAULTS.md and the tests must tell the same: each case once, with the tests that carry its id or the reason why
// not.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QList<std::pair<QChar, int>> Catalogue = {{u'N', 34}, {u'H', 12}, {u'A', 53}, {u'P', 27}, {u'L', 25}};
constexpr int LeastAutomated = 120;
constexpr qsizetype ShortestReason = 40;

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/** The ids that names of test functions or data rows of a file begin with. */
QSet<QString> idsIn(const QString &source)
{
    static const QRegularExpression named(uR"((?:void |[rR]ow\(")((?:[NHAPL]\d\d[_ "])+))"_s);
    QSet<QString> ids;
    for (const QRegularExpressionMatch &match : named.globalMatch(source)) {
        const QString prefix = match.captured(1);
        for (qsizetype at = 0; at < prefix.size(); at += 4)
            ids << prefix.mid(at, 3);
    }
    return ids;
}

/** Id to the last cell of its line. */
QMultiMap<QString, QString> table()
{
    static const QRegularExpression line(uR"(^\| ([NHAPL]\d\d) \| [^|]+ \| ([^|]+) \|$)"_s,
                                         QRegularExpression::MultilineOption);
    QMultiMap<QString, QString> lines;
    for (const QRegularExpressionMatch &match : line.globalMatch(textOf(u"" SOURCE_ROOT "/tests/FAULTS.md"_s)))
        lines.insert(match.captured(1), match.captured(2));
    return lines;
}

bool isAutomated(const QString &cell)
{
    return cell.startsWith(u"tests/");
}

}  // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachCaseStandsOnce()
    {
        const QMultiMap<QString, QString> lines = table();
        for (const auto &[letter, count] : Catalogue) {
            for (int number = 1; number <= count; ++number) {
                const QString id = letter + u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
                QVERIFY2(lines.count(id) == 1, qPrintable(id));
            }
        }
        QCOMPARE(lines.size(), 151);
    }

    void eachLineNamesTestsThatExistOrTheReason()
    {
        const QMultiMap<QString, QString> lines = table();
        for (const auto &[id, cell] : lines.asKeyValueRange()) {
            if (!isAutomated(cell)) {
                QVERIFY2(cell.startsWith(u"not automated: ") && cell.size() >= ShortestReason, qPrintable(id));
                continue;
            }
            for (const QString &file : cell.split(u", "_s))
                QVERIFY2(idsIn(textOf(u"" SOURCE_ROOT "/"_s + file)).contains(id), qPrintable(id + u' ' + file));
        }
    }

    void eachTestWithAnIdStandsInItsLine()
    {
        const QMultiMap<QString, QString> lines = table();
        QDirIterator files(u"" SOURCE_ROOT "/tests"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = path.mid(QStringLiteral(SOURCE_ROOT "/").size());
            for (const QString &id : idsIn(textOf(path)))
                QVERIFY2(lines.value(id).split(u", "_s).contains(name), qPrintable(id + u" is tested in "_s + name));
        }
    }

    void enoughAreAutomated()
    {
        const QList<QString> cells = table().values();
        QVERIFY(std::ranges::count_if(cells, isAutomated) >= LeastAutomated);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"
