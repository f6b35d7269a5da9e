// SPDX-License-Identifier: Apache-2.0
// A text that is reviewed again and again says the same as when it is reviewed alone: what was read and found good
// before is taken, and nothing else is. Over random edits of manifests; GANTRY_SEED=n begins at another one.
#include "bundledshelf.h"
#include "manifest/assist/review.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString item(int number)
{
    return u"- apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: d%1\n    labels: {app: a%1}\n"
           "  spec:\n    replicas: 2\n    selector:\n      matchLabels:\n        app: a%1\n    template:\n"
           "      metadata:\n        labels:\n          app: a%1\n      spec:\n        containers:\n"
           "        - name: c\n          image: nginx:1.27\n          imagePullPolicy: Always\n          ports:\n"
           "          - containerPort: 80\n            protocol: TCP\n"_s.arg(number);
}

/** A List that is long enough to be read by what was known of it, and documents behind it. */
QStringList manyLines()
{
    QString text = u"apiVersion: v1\nkind: List\nitems:\n"_s;
    for (int number = 0; number < 40; ++number)
        text += item(number);
    for (int number = 0; number < 5; ++number)
        text += u"---\n"_s + QString(item(number)).replace(u"\n  "_s, u"\n"_s).sliced(2);
    return text.split(u'\n');
}

class Author {
public:
    explicit Author(quint32 seed) : m_random(seed) {}

    void edit(QStringList &lines)
    {
        const qsizetype at = below(lines.size());
        QString &line = lines[at];
        const qsizetype indent = line.size() - line.trimmed().size();
        switch (below(12)) {
        case 0: lines.insert(at, line); break;
        case 1: lines.remove(at, std::min<qsizetype>(1 + below(3), lines.size() - at)); break;
        case 2: line.prepend(u"  "_s); break;
        case 3: line.remove(0, std::min<qsizetype>(2, line.size())); break;
        case 4: lines.insert(at, QString(indent, u' ') + pick(Fields)); break;
        case 5: lines.insert(at, {}); break;
        case 6: line = line.section(u':', 0, 0) + u": "_s + pick(Values); break;
        case 7: line = line.first(below(line.size() + 1)); break;
        case 8: line.replace(u"name"_s, u"nmae"_s); break;
        case 9: line.replace(u"Always"_s, u"always"_s); break;
        case 10: lines.insert(at, u"---"_s); break;
        default: line += QString::number(below(10)); break;
        }
    }

    qsizetype below(qsizetype end) { return qsizetype(m_random.bounded(qint64(end))); }

private:
    QString pick(const QStringList &words) { return words[below(words.size())]; }

    static inline const QStringList Fields{u"mispelt: 1"_s,       u"replicas: many"_s, u"- name: x"_s,
                                           u"hostNetwork: yes"_s, u"# words"_s,        u"restartPolicy: Sometimes"_s,
                                           u"image: &i b"_s,      u"word"_s,           u"kind: Pod"_s};
    static inline const QStringList Values{u"1"_s,     u"text"_s, u"[a]"_s,   u"{a: 1}"_s, u"~"_s, u"\"open"_s,
                                           u"Never"_s, u""_s,     u"1e400"_s, u"0777"_s,   u"|"_s};
    QRandomGenerator m_random;
};

QString shown(manifest::Place place)
{
    return QString::number(place.line) + u':' + QString::number(place.column) + u' ';
}

QString shown(const manifest::Reviewed &reviewed)
{
    QString text;
    for (const manifest::Document &document : reviewed.parsed.documents) {
        text +=
            u"document %1 %2-%3 %4 %5 %6 %7 %8\n"_s.arg(document.index)
                .arg(document.line)
                .arg(document.lastLine)
                .arg(document.apiVersion, document.kind, document.name, document.ns, QString::fromUtf8(document.json));
        const QHash<QString, manifest::Place> places = document.places.all();
        QStringList paths = places.keys();
        paths.sort();
        for (const QString &path : std::as_const(paths))
            text += path + u' ' + shown(places[path]);
    }
    for (const manifest::Problem &problem : reviewed.parsed.problems)
        text += u"\nproblem "_s + shown(problem.place) + QString::number(problem.document) + problem.message();
    for (const manifest::Note &note : reviewed.parsed.notes)
        text += u"\nnote "_s + shown(note.place) + QString::number(note.document) + note.message();
    for (const manifest::Remark &remark : reviewed.remarks)
        text += u"\nremark "_s + shown(remark.place) + QString::number(remark.document) + remark.message() + u' ' +
                remark.field + u' ' + remark.nearest + QString::number(remark.length) +
                QString::number(int(remark.basis)) + QString::number(int(remark.severity));
    return text;
}

}  // namespace

class TestReview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editedTextsAreReviewedAsIfAlone();
    void newSchemasLookAtEverything();
    void aReadingStopsWithinADocument();
};

void TestReview::editedTextsAreReviewedAsIfAlone()
{
    bool isSaid = false;
    const int begin = qEnvironmentVariableIntValue("GANTRY_SEED", &isSaid);
    int remarks = 0;
    for (int seed = isSaid ? begin : 1; seed < (isSaid ? begin : 1) + 6; ++seed) {
        Author author{quint32(seed)};
        manifest::Reviewer reviewer;
        QStringList lines = manyLines();
        for (int step = 0; step < 15; ++step) {
            QStringList edited = lines;
            author.edit(edited);
            const QString text = edited.join(u'\n');
            const manifest::Reviewed again = reviewer.review(text, u"f"_s, bundled());
            const manifest::Reviewed alone = manifest::Reviewer().review(text, u"f"_s, bundled());
            if (shown(again) != shown(alone)) {
                const QStringList a = shown(again).split(u'\n');
                const QStringList b = shown(alone).split(u'\n');
                for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
                    if (a.value(i) != b.value(i))
                        QFAIL(qPrintable(u"seed %1, step %2\nagain: %3\nalone: %4"_s.arg(seed).arg(step).arg(
                            a.value(i).left(2000), b.value(i).left(2000))));
            }
            remarks += int(again.remarks.size());
            if (!alone.parsed.hasErrors() || author.below(8) == 0)
                lines = edited;  // most of what cannot be read is taken back, as writers do
        }
    }
    QVERIFY2(remarks > 150, qPrintable(QString::number(remarks)));
}

void TestReview::newSchemasLookAtEverything()
{
    const QString text = manyLines().join(u'\n').replace(u"Always"_s, u"always"_s);
    manifest::Shelf none;
    none.revision = 7;
    manifest::Reviewer reviewer;
    const auto words = [](const manifest::Reviewed &reviewed) {
        return std::ranges::count_if(reviewed.remarks, [](const manifest::Remark &remark) {
            return remark.field.endsWith("imagePullPolicy"_L1);
        });
    };
    QCOMPARE(words(reviewer.review(text, u"f"_s, bundled())), 45);
    QCOMPARE(words(reviewer.review(text, u"f"_s, none)), 0);
    QCOMPARE(words(reviewer.review(text, u"f"_s, bundled())), 45);
}

/** Nobody waits for a long document whose text is another one already; what comes then is read as if nothing was. */
void TestReview::aReadingStopsWithinADocument()
{
    QStringList lines = manyLines();
    const QString text = lines.join(u'\n');
    manifest::Reviewer reviewer;
    int asked = 0;
    (void)reviewer.review(text, u"f"_s, bundled(), [&] {
        ++asked;
        return false;
    });
    QVERIFY2(asked > 10, qPrintable(QString::number(asked)));  // of six documents
    for (int most = 0; most < asked; most += 5) {
        lines[50 + most] += u'x';
        const QString edited = lines.join(u'\n');
        int left = most;
        const manifest::Reviewed broken = reviewer.review(edited, u"f"_s, bundled(), [&] { return left-- == 0; });
        if (!broken.isBroken)
            continue;  // it has less to read than the first time
        QCOMPARE(left, -1);
        QCOMPARE(shown(reviewer.review(edited, u"f"_s, bundled())),
                 shown(manifest::Reviewer().review(edited, u"f"_s, bundled())));
    }
}

QTEST_APPLESS_MAIN(TestReview)
#include "test_review.moc"
