// SPDX-License-Identifier: Apache-2.0
// Where the API server sees a scalar otherwise than it looks.
#include "manifest/documents.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Trap = manifest::Note::Trap;

class TestNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void traps_data();
    void traps();
    void noTraps_data();
    void noTraps();
    void placesCountFromTheStartOfTheText();
    void jsonHasNoTraps();
    void aBrokenDocumentHasNone();
};

void TestNotes::traps_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Trap>("trap");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char *line, Trap trap, int column, const char *written, const char *seen) {
        QTest::newRow(line) << QString::fromUtf8(line) << trap << column << QString::fromUtf8(written)
                            << QString::fromUtf8(seen);
    };
    row("a: no", Trap::Boolean, 4, "no", "false");
    row("a: On", Trap::Boolean, 4, "On", "true");
    row("a: [x, y]", Trap::Boolean, 8, "y", "true");
    row("a: ~", Trap::Null, 4, "~", "null");
    row("a: [~]", Trap::Null, 5, "~", "null");
    row("a: 0777", Trap::Octal, 4, "0777", "511");
    row("a: -010", Trap::Octal, 4, "-010", "-8");
    row("a: 0x10", Trap::OtherBase, 4, "0x10", "16");
    row("a: 0o17", Trap::OtherBase, 4, "0o17", "15");
    row("a: 1e3", Trap::Digits, 4, "1e3", "1000");
    row("a: 1.10", Trap::Digits, 4, "1.10", "1.1");
    row("a: 08", Trap::Digits, 4, "08", "8");
    row("a: 1_000", Trap::Digits, 4, "1_000", "1000");
    row("a: 12345678901234567890", Trap::Wide, 4, "12345678901234567890", "12345678901234567000");
    row("a: 2024-01-01", Trap::Date, 4, "2024-01-01", "\"2024-01-01\"");
    row("a: 12:30", Trap::Clock, 4, "12:30", "\"12:30\"");
    row("a: yEs", Trap::NearWord, 4, "yEs", "\"yEs\"");
    row("a: 1e400", Trap::NearNumber, 4, "1e400", "\"1e400\"");
    row("a: 0o8", Trap::NearNumber, 4, "0o8", "\"0o8\"");
    row("on: x", Trap::Key, 1, "on", "\"true\"");
    row("a: {0x10: x}", Trap::Key, 5, "0x10", "\"16\"");
    row("a: &b no", Trap::Boolean, 7, "no", "false");
    row("a: !!binary aGk=", Trap::Binary, 13, "aGk=", "\"hi\"");
    row("a:", Trap::Empty, 1, "a", "null");
    row("a:   # nothing", Trap::Empty, 1, "a", "null");
    row("\U0001F600: no", Trap::Boolean, 5, "no", "false");
}

void TestNotes::traps()
{
    QFETCH(const QString, line);
    const manifest::Parsed parsed = manifest::parse(line + u"\nkind: A\napiVersion: v1\n"_s, u"f"_s);
    QVERIFY(!parsed.hasErrors());
    QCOMPARE(parsed.notes.size(), 1);
    const manifest::Note &note = parsed.notes.constFirst();
    QTEST(note.trap, "trap");
    QTEST(note.place.column, "column");
    QCOMPARE(note.place.line, 1);
    QTEST(note.written, "written");
    QTEST(note.seen, "seen");
    QCOMPARE(note.length, note.written.size());
    QVERIFY2(note.message().contains(note.written) && note.message().contains(note.seen), qPrintable(note.message()));
}

void TestNotes::noTraps_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"a: true",     "a: False", "a: null", "a: [null]",   "a: 1",          "a: -1",
                             "a: 1.5",      "a: text",  "a: 'no'", "a: \"0777\"", "a: !!str no",   "a: 1.2.3",
                             "a: 10.0.0.1", "a: 100m",  "a: 1Gi",  "a: v1",       "a: {}",         "a: |\n  no",
                             "8080: x",     "true: x",  "a: -",    "a: 1e+21",    "a: nginx:1.17", "a: x\nb: \"\""})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestNotes::noTraps()
{
    QFETCH(const QString, line);
    const manifest::Parsed parsed = manifest::parse(line + u"\nkind: A\napiVersion: v1\n"_s, u"f"_s);
    for (const manifest::Note &note : parsed.notes)
        qWarning("%s", qPrintable(note.message()));
    QVERIFY(parsed.notes.isEmpty());
}

void TestNotes::placesCountFromTheStartOfTheText()
{
    const manifest::Parsed parsed =
        manifest::parse(u"kind: A\napiVersion: v1\n---\nkind: B\napiVersion: v1\nspec:\n- hostIPC: off\n"_s, u"f"_s);
    QCOMPARE(parsed.notes.size(), 1);
    QCOMPARE(parsed.notes[0].place, (manifest::Place{7, 12}));
    QCOMPARE(parsed.notes[0].document, 1);
}

void TestNotes::jsonHasNoTraps()
{
    QVERIFY(manifest::parse(uR"({"kind": "A", "apiVersion": "v1", "a": 1.0, "b": null})"_s, u"f"_s).notes.isEmpty());
}

void TestNotes::aBrokenDocumentHasNone()
{
    QVERIFY(manifest::parse(u"a: no\nb: @\n"_s, u"f"_s).notes.isEmpty());
}

QTEST_APPLESS_MAIN(TestNotes)
#include "test_notes.moc"
