// SPDX-License-Identifier: Apache-2.0
#include "report/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;

/** Section 9.4 of the client's specification: text from a cluster is shown, never obeyed. */
class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void P12_escapesBecomeGlyphs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("P12 colour") << u"\x1b[31mred"_s << u"␛[31mred"_s;
        QTest::newRow("P12 link") << u"\x1b]8;;http://x\x07y"_s << u"␛]8;;http://x␇y"_s;
        QTest::newRow("P12 clipboard") << u"\x1b]52;c;aGk=\x1b\\"_s << u"␛]52;c;aGk=␛\\"_s;
        QTest::newRow("P12 reset") << u"\x1b"_s + u'c' << u"␛c"_s;
        QTest::newRow("P12 one-byte CSI") << u"\u009b31m"_s << u"‹U+009B›31m"_s;
        QTest::newRow("P12 NUL, CR, DEL") << QString(QChar(0)) + u"a\rb\x7f"_s << u"␀a␍b␡"_s;
        QTest::newRow("lines and tabs stay") << u"a\n\tb"_s << u"a\n\tb"_s;
    }
    void P12_escapesBecomeGlyphs()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(report::visible(text), shown);
    }

    void P14_whatHidesOrTurnsIsMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("P14 override") << u"prod\u202Egnp.exe"_s << u"prod‹U+202E›gnp.exe"_s;
        QTest::newRow("P14 isolate") << u"\u2066a\u2069"_s << u"‹U+2066›a‹U+2069›"_s;
        QTest::newRow("P14 zero width") << u"we\u200Bb\uFEFF"_s << u"we‹U+200B›b‹U+FEFF›"_s;
        QTest::newRow("P14 soft hyphen") << u"a\u00ADb"_s << u"a‹U+00AD›b"_s;
        QTest::newRow("P14 filler") << u"a\u3164b"_s << u"a‹U+3164›b"_s;
        QTest::newRow("P14 tag") << u"a\U000E0041b"_s << u"a‹U+E0041›b"_s;
        QTest::newRow("P14 line separator") << u"a\u2028b"_s << u"a‹U+2028›b"_s;
        QTest::newRow("P14 half a pair") << u"a"_s + QChar(0xd800) + u'b' << u"a‹U+D800›b"_s;
        QTest::newRow("letters of any script stay") << u"größe 名前 שלום 😀"_s << u"größe 名前 שלום 😀"_s;
    }
    void P14_whatHidesOrTurnsIsMarked()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(report::visible(text), shown);
    }

    void P14_lookAlikesAreToldApart()
    {
        QCOMPARE(report::spelled(u"prod"_s), u"prod"_s);
        QCOMPARE(report::spelled(u"pr\u043Ed"_s), u"prо‹U+043E›d"_s);
        QCOMPARE(report::spelled(u"a\u200Bb"_s), u"a‹U+200B›b"_s);
    }

    void aCleanTextIsNotCopied()
    {
        const QString text = u"web-0"_s;
        QCOMPARE(static_cast<const void *>(report::visible(text).constData()),
                 static_cast<const void *>(text.constData()));
        QCOMPARE(report::visible({}), QString());
    }

    void oneLineStaysOneLine() { QCOMPARE(report::visibleLine(u"a\nb\tc\x1b"_s), u"a b c␛"_s); }

    void P19_formulasAreNoFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("P19 dde") << u"=cmd|' /C calc'!A0"_s << u"'=cmd|' /C calc'!A0"_s;
        QTest::newRow("P19 plus") << u"+1+cmd"_s << u"'+1+cmd"_s;
        QTest::newRow("P19 minus") << u"-2+3"_s << u"'-2+3"_s;
        QTest::newRow("P19 at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("P19 after spaces") << u"  =1"_s << u"'  =1"_s;
        QTest::newRow("P19 wide equals") << u"＝1"_s << u"'＝1"_s;
        QTest::newRow("P19 after a tab") << u"\t=1"_s << u"' =1"_s;
        QTest::newRow("a number") << u"-12.5"_s << u"-12.5"_s;
        QTest::newRow("a name") << u"web-0"_s << u"web-0"_s;
    }
    void P19_formulasAreNoFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(report::cell(text), cell);
    }

    void P17_namesStayInTheFolder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("P17 climbs") << u"../../.bashrc"_s << u"_.._.bashrc"_s;
        QTest::newRow("P17 device") << u"CON"_s << u"_CON"_s;
        QTest::newRow("P17 device with an ending") << u"lpt1.txt"_s << u"_lpt1.txt"_s;
        QTest::newRow("P17 stream") << u"a:b"_s << u"a_b"_s;
        QTest::newRow("P17 trailing dot") << u"web. ."_s << u"web"_s;
        QTest::newRow("P17 backslash") << u"a\\b"_s << u"a_b"_s;
        QTest::newRow("P17 NUL") << u"a"_s + QChar(0) + u'b' << u"a␀b"_s;
        QTest::newRow("P17 dots only") << u".."_s << u"unnamed"_s;
        QTest::newRow("P17 empty") << QString() << u"unnamed"_s;
        QTest::newRow("a plain name") << u"story-1.yaml"_s << u"story-1.yaml"_s;
    }
    void P17_namesStayInTheFolder()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(report::fileName(text), name);
    }

    void P17_longNamesAreCut()
    {
        const QString name = report::fileName(u"名"_s.repeated(253));
        QVERIFY(name.toUtf8().size() <= 200);
        QVERIFY(name.size() > 60);
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "test_plaintext.moc"
