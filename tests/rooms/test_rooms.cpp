// SPDX-License-Identifier: Apache-2.0
// The house rules of ARCHITECTURE.md as a test: who may include whom, words with one home, sizes.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Room {
    QString name;
    QStringList mayInclude;
};

const QList<Room> Core = {
    {u"kube"_s, {}},
    {u"pull"_s, {u"kube"_s}},
    {u"timeline"_s, {u"kube"_s, u"pull"_s}},
    {u"decode"_s, {u"kube"_s}},
    {u"manifest"_s, {u"kube"_s, u"pull"_s}},
    {u"config"_s, {u"kube"_s}},
    {u"net"_s, {u"kube"_s, u"config"_s}},
    {u"command"_s, {u"kube"_s, u"net"_s, u"decode"_s, u"manifest"_s}},
    {u"history"_s, {u"kube"_s, u"decode"_s}},
    {u"mirror"_s,
     {u"kube"_s, u"config"_s, u"net"_s, u"decode"_s, u"pull"_s, u"timeline"_s, u"history"_s, u"command"_s}},
    {u"report"_s, {u"kube"_s, u"pull"_s, u"timeline"_s, u"decode"_s}},
    {u"practice"_s, {u"kube"_s, u"pull"_s, u"decode"_s, u"manifest"_s}},
};

const QStringList CoreRooms = [] {
    QStringList names;
    for (const Room &room : Core)
        names << room.name;
    return names;
}();

const QList<Room> Ui = {
    {u"models"_s, CoreRooms},
    {u"style"_s, CoreRooms},
    {u"delegates"_s, CoreRooms + QStringList{u"models"_s, u"style"_s}},
    {u"views"_s, CoreRooms + QStringList{u"models"_s, u"delegates"_s, u"style"_s}},
    {u"windows"_s, CoreRooms + QStringList{u"models"_s, u"delegates"_s, u"views"_s, u"style"_s}},
    {u"cli"_s, CoreRooms},
};

struct Word {
    QString pattern;
    QStringList homes;  ///< path prefixes; empty: nowhere
};

const QList<Word> Words = {
    {u"\\bQNetworkAccessManager\\b"_s, {}},  // sends requests again on its own
    {u"\\bQ(Ssl|Tcp)Socket\\b"_s,
     {u"core/net/line/"_s, u"core/net/session"_s, u"core/practice/"_s, u"core/config/file/privatekey"_s}},
    {u"\\bsimdjson\\b"_s, {u"core/decode/"_s}},
    {u"\\bprotozero\\b"_s, {u"core/decode/protobuf/"_s}},
    {u"\\bYAML::"_s, {u"core/manifest/"_s, u"core/config/"_s}},
    {u"\\bQThread\\b"_s, {u"core/mirror/cluster"_s}},
    {u"\\bQProcess\\b"_s, {u"core/config/"_s}},
    {u"\\bQSqlDatabase\\b"_s, {u"core/history/"_s}},
    {u"\\bQSettings\\b"_s, {u"ui/style/settings"_s}},
    {u"\\bQColor\\("_s, {u"ui/style/"_s}},
    {u"\\btr\\("_s, {u"ui/"_s}},
    {u"\\bQMutex\\b|\\bstd::mutex\\b"_s, {}},
    {u"\\b[mu]?sleep\\(|\\bsleep_for\\b|\\bsleep_until\\b"_s, {}},
    {u"\\bprocessEvents\\("_s, {}},
    {u"\\bsender\\(\\)"_s, {}},
};

struct Source {
    QString path;  ///< relative to the top
    QStringList lines;
};

QList<Source> sources()
{
    QList<Source> found;
    const QDir top(QStringLiteral(SOURCE_ROOT));
    for (const QString &folder : {u"core"_s, u"ui"_s}) {
        QDirIterator it(top.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                found.append({top.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return found;
}

/** The line without its comment and without what stands in string literals, so that prose is no offence. */
QString code(const QString &line)
{
    static const QRegularExpression prose(u"//.*$|^\\s*/?\\*.*$"_s);
    static const QRegularExpression literal(u"\"(?:[^\"\\\\]|\\\\.)*\""_s);
    QString text = line;
    if (!text.startsWith(u"#include"))
        text.replace(literal, u"\"\""_s);
    return text.remove(prose);
}

const Room *roomOf(const QString &path)
{
    const QString name = path.section(u'/', 1, 1);
    for (const Room &room : path.startsWith(u"core/") ? Core : Ui)
        if (room.name == name)
            return &room;
    return nullptr;
}

QString at(const Source &source, qsizetype line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(source.path).arg(line + 1).arg(what);
}

}  // namespace

class TestRooms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasARoom();
    void includesFollowTheDirections();
    void wordsStayAtHome();
    void filesStaySmall();
    void everyFileSaysItsLicence();
    void namesSayWhatTheyMean();
    void topLevelIsFixed();
    void theRulesCanFail();

private:
    QStringList offencesOfInclude(const Source &source) const;
    QStringList offencesOfWords(const Source &source) const;
    const QList<Source> m_sources = sources();
};

void TestRooms::everyFileHasARoom()
{
    QVERIFY(!m_sources.isEmpty());
    QStringList offences;
    for (const Source &source : m_sources) {
        const QString name = source.path.section(u'/', 1);
        const bool root = source.path.startsWith(u"ui/") && (name == u"main.cpp" || name.startsWith(u"application."));
        if (!root && !roomOf(source.path))
            offences << at(source, 0, u"no such room"_s);
    }
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

QStringList TestRooms::offencesOfInclude(const Source &source) const
{
    static const QRegularExpression include(u"^\\s*#include \"([a-z]+)/"_s);
    QStringList offences;
    const Room *room = roomOf(source.path);
    const bool compositionRoot = !room || source.path.endsWith(u"/main.cpp");
    for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const auto match = include.match(source.lines.at(i));
        if (!match.hasMatch() || compositionRoot)
            continue;
        const QString target = match.captured(1);
        if (target != room->name && !room->mayInclude.contains(target))
            offences << at(source, i, u"%1 may not include %2"_s.arg(room->name, target));
    }
    return offences;
}

void TestRooms::includesFollowTheDirections()
{
    QStringList offences;
    for (const Source &source : m_sources)
        offences << offencesOfInclude(source);
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

QStringList TestRooms::offencesOfWords(const Source &source) const
{
    QStringList offences;
    for (const Word &word : Words) {
        const QRegularExpression pattern(word.pattern);
        const bool home = std::ranges::any_of(word.homes, [&](const QString &h) { return source.path.startsWith(h); });
        if (home)
            continue;
        for (qsizetype i = 0; i < source.lines.size(); ++i)
            if (code(source.lines.at(i)).contains(pattern))
                offences << at(source, i, u"%1 has its home elsewhere"_s.arg(word.pattern));
    }
    return offences;
}

void TestRooms::wordsStayAtHome()
{
    QStringList offences;
    for (const Source &source : m_sources)
        offences << offencesOfWords(source);
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

void TestRooms::filesStaySmall()
{
    QStringList offences;
    for (const Source &source : m_sources) {
        const qsizetype limit = source.path.endsWith(u".h") ? 120 : 400;
        if (source.lines.size() - 1 > limit)
            offences << at(source, limit, u"%1 lines, the stop is %2"_s.arg(source.lines.size() - 1).arg(limit));
    }
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

void TestRooms::everyFileSaysItsLicence()
{
    QStringList offences;
    for (const Source &source : m_sources)
        if (!source.lines.constFirst().contains(u"SPDX-License-Identifier: Apache-2.0"))
            offences << at(source, 0, u"no SPDX header"_s);
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

void TestRooms::namesSayWhatTheyMean()
{
    static const QRegularExpression vague(
        u"^\\s*(?:class|struct)\\s+\\w*(?:Manager|Helper|Util|Base|Impl|Data|Info|Handler|Common|Misc)\\b"_s);
    QStringList offences;
    for (const Source &source : m_sources)
        for (qsizetype i = 0; i < source.lines.size(); ++i)
            if (source.lines.at(i).contains(vague))
                offences << at(source, i, u"this name says nothing"_s);
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

void TestRooms::topLevelIsFixed()
{
    static const QStringList expected = {u"CMakeLists.txt"_s,
                                         u"ui"_s,
                                         u"core"_s,
                                         u"resources"_s,
                                         u"translations"_s,
                                         u"tests"_s,
                                         u"packaging"_s,
                                         u"README.md"_s,
                                         u"ARCHITECTURE.md"_s,
                                         u"LICENSE"_s,
                                         u"CMakePresets.json"_s,
                                         u"dev"_s,
                                         u"build"_s};
    const QDir top(QStringLiteral(SOURCE_ROOT));
    for (const QString &entry : top.entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QVERIFY2(expected.contains(entry), qPrintable(entry + u" does not belong at the top"_s));
    for (const QString &name : expected)
        if (name != u"build")
            QVERIFY2(top.exists(name), qPrintable(name + u" is missing"_s));
}

void TestRooms::theRulesCanFail()
{
    const Source wrong{u"core/kube/wrong.cpp"_s, {u"#include \"net/session.h\""_s, u"QThread t; // QMutex"_s}};
    QCOMPARE(offencesOfInclude(wrong), QStringList{u"core/kube/wrong.cpp:1: kube may not include net"_s});
    QCOMPARE(offencesOfWords(wrong), QStringList{u"core/kube/wrong.cpp:2: \\bQThread\\b has its home elsewhere"_s});
}

QTEST_APPLESS_MAIN(TestRooms)
#include "test_rooms.moc"
