// SPDX-License-Identifier: Apache-2.0
// A text that is read by what is known of the one before says the same as when it is read alone: over random edits of
// generated texts and of those that test_truth compares with kubectl. GANTRY_SEED=n begins at another one.
#include "manifest/places.h"
#include "manifest/read/recall.h"
#include "support/vectors.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRecall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editedTextsReadAsIfAlone();
    void recordedTextsReadAsIfAlone();
    void onlyWhatChangedIsRead();
};

namespace {

class Author {
public:
    explicit Author(quint32 seed) : m_random(seed) {}

    int below(int end) { return int(m_random.bounded(end)); }

    QByteArray text()
    {
        QByteArray all = below(4) == 0 ? "# first\n" : "";
        collection(all, 0, 0);
        return all;
    }

    void edit(QByteArrayList &lines)
    {
        const qsizetype at = below(int(lines.size()));
        QByteArray &line = lines[at];
        switch (below(10)) {
        case 0: lines.insert(at, line); break;
        case 1: lines.remove(at, std::min<qsizetype>(1 + below(3), lines.size() - at)); break;
        case 2: line.prepend(QByteArray(1 + below(3), ' ')); break;
        case 3: line.remove(0, std::min<qsizetype>(1 + below(2), line.size())); break;
        case 4: lines.insert(at, QByteArray(2 * below(5), ' ') + pick(Lines)); break;
        case 5: lines.insert(at, {}); break;
        case 6: line.insert(below(int(line.size()) + 1), pick(Pieces)); break;
        case 7: line = line.first(below(int(line.size()) + 1)); break;
        default: line += QByteArray::number(below(10)); break;
        }
        if (lines.isEmpty())
            lines << "a: b";
    }

private:
    using Words = QByteArrayList;
    QByteArray pick(const Words &words) { return words[below(int(words.size()))]; }

    void collection(QByteArray &all, int indent, int depth)
    {
        const bool isList = depth > 0 && below(3) == 0;
        const int count = 1 + below(depth == 0 ? 8 : 5);
        for (int i = 0; i < count; ++i) {
            all += QByteArray(indent, ' ') + (isList ? "-" : "key" + QByteArray::number(i) + ":");
            if (below(12) == 0)
                all += " # a comment";
            if (depth < 5 && below(2) == 0) {
                if (isList && below(2) == 0) {
                    all += " name: x\n";
                    collection(all, indent + 2, 0x10 + depth);
                } else {
                    all += '\n';
                    collection(all, indent + 2, depth + 1);
                }
                continue;
            }
            all += ' ' + pick(Values).replace("\n", "\n" + QByteArray(indent + 2, ' ')) + '\n';
            if (below(10) == 0)
                all += below(2) ? "\n" : QByteArray(below(indent + 3), ' ') + "# between\n";
        }
    }

    static inline const Words Values{"1",
                                     "yes",
                                     "text of words",
                                     "\"quoted: text\"",
                                     "'it''s'",
                                     "[a, b]",
                                     "{a: 1}",
                                     "~",
                                     "|\nline\n  more",
                                     ">-\nfolded\nline",
                                     "0777",
                                     "plain\nand on",
                                     "\"two\nlines\"",
                                     "|+\nkeep\n\n",
                                     "",
                                     "10:30",
                                     "- x"};
    static inline const Words Lines{"new: 1", "- item", "key1: again", "word",    "# comment", "a: \"open",
                                    "b: |",   "? k",    "c: [1,",      "]",       "}",         "'",
                                    "- - x",  "key2:",  "<<: {z: 1}",  "d: &x 1", "e: *x",     "f: !!str 1",
                                    "---",    "...",    "%x",          "\tg: 1",  "- name: y"};
    static inline const Words Pieces{"\"",           "'",  ":", ": ", "#", " #",  "[",  "{", "|", ">",
                                     "&a ",          "*a", "!", "\t", "-", "- ",  "\\", ",", "%", "\xC3\xA9",
                                     "\xE2\x80\xA8", "\r", "?", "no", "x", "\x01"};
    QRandomGenerator m_random;
};

QByteArray shown(const manifest::Reading &reading)
{
    QByteArray text;
    const auto place = [](manifest::Place at) {
        return QByteArray::number(at.line) + ':' + QByteArray::number(at.column) + ' ';
    };
    if (reading.trouble)
        return "TROUBLE " + place(reading.trouble->place) + reading.trouble->message().toUtf8();
    if (reading.root) {
        const manifest::Rendering rendering = manifest::render({reading.root});
        text = rendering.json + (rendering.trouble ? place(rendering.trouble->place) : QByteArray()) + '\n';
        const QHash<QString, manifest::Place> places = manifest::Places(reading.root, 0).all();
        QStringList paths = places.keys();
        paths.sort();
        for (const QString &path : std::as_const(paths))
            text += path.toUtf8() + ' ' + place(places[path]) + '\n';
        text += "size " + QByteArray::number(reading.root->size) + '\n';
    }
    for (const manifest::Duplicate &twice : reading.duplicates)
        text += "twice " + place(twice.place) + QByteArray::number(twice.line) + ' ' + twice.shown + '\n';
    for (const manifest::Note &note : reading.notes)
        text += "note " + place(note.place) + QByteArray::number(int(note.trap)) + note.written.toUtf8() + '\n';
    return text;
}

void compare(manifest::Recall &recall, const QByteArray &text, int firstLine, const QByteArray &what)
{
    const QByteArray again = shown(recall.read(text, firstLine));
    const QByteArray alone = shown(manifest::readTree(text, firstLine));
    QVERIFY2(again == alone, (what + "\n" + text + "\nagain: " + again + "\nalone: " + alone).constData());
}

}  // namespace

void TestRecall::editedTextsReadAsIfAlone()
{
    bool isSaid = false;
    const int first = qEnvironmentVariableIntValue("GANTRY_SEED", &isSaid);
    for (int seed = isSaid ? first : 1; seed < (isSaid ? first : 1) + 100; ++seed) {
        Author author{quint32(seed)};
        manifest::Recall recall;
        QByteArrayList lines = author.text().split('\n');
        for (int step = 0; step < 25 && !QTest::currentTestFailed(); ++step) {
            QByteArrayList edited = lines;
            author.edit(edited);
            const QByteArray text = edited.join('\n');
            compare(recall, text, 1 + author.below(3), "seed " + QByteArray::number(seed));
            if (!manifest::readTree(text, 1).trouble || author.below(8) == 0)
                lines = edited;  // most of what cannot be read is taken back, as writers do
        }
    }
}

void TestRecall::recordedTextsReadAsIfAlone()
{
    QFile file(QStringLiteral(TEST_DATA "/manifest/truth.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Author author(7);
    while (!file.atEnd() && !QTest::currentTestFailed()) {
        const QByteArray text = QJsonDocument::fromJson(file.readLine()).array()[0].toString().toUtf8();
        QByteArrayList lines = text.split('\n');
        manifest::Recall recall;
        compare(recall, text, 1, "recorded");
        author.edit(lines);
        compare(recall, lines.join('\n'), 1, "recorded, and edited");
        compare(recall, "before: 1\n" + text, 1, "recorded, and one more line");
        compare(recall, text, 5, "recorded, elsewhere");
    }
}

/** The nodes of a part that did not change are those of the first reading. */
void TestRecall::onlyWhatChangedIsRead()
{
    QByteArray text = "items:\n";
    for (int i = 0; i < 100; ++i)
        text += "- name: n" + QByteArray::number(i) + "\n  tags:\n    a: 1\n";
    manifest::Recall recall;
    const auto itemsOf = [](const manifest::Reading &reading) {
        return reading.root->entries.at("items").value->items;
    };
    const QList<manifest::Item> before = itemsOf(recall.read(text, 1));
    const QList<manifest::Item> after = itemsOf(recall.read(QByteArray(text).replace("n50\n", "other\n  new: 1\n"), 1));
    QCOMPARE(after.size(), before.size());
    int same = 0;
    for (qsizetype i = 0; i < after.size(); ++i)
        same += after[i].node == before[i].node ? 1 : 0;
    QCOMPARE(same, 97);  // that one, the one before, which it ends, and the last, whose end is not known
    QCOMPARE(after[60].place().line, before[60].place().line + 1);
}

QTEST_APPLESS_MAIN(TestRecall)
#include "test_recall.moc"
