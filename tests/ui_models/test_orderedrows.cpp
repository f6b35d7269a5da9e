// SPDX-License-Identifier: Apache-2.0
// Random histories of a pod table: its order against a naive one, and what remembers its rows.
#include "models/podfilter.h"
#include "models/podmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using models::PodModel;

namespace {

kube::PodPtr pod(int number, std::mt19937 &random)
{
    const auto of = [&random](int count) { return int(random() % uint(count)); };
    kube::Pod pod;
    pod.meta.key = {u"ns-%1"_s.arg(number % 3), u"pod-%1"_s.arg(number)};
    pod.meta.uid = u"uid-%1"_s.arg(number);
    pod.meta.resourceVersion = QString::number(random());
    pod.meta.creationTimestamp = kube::Timestamp::fromUnixSeconds(1000 + of(5));
    pod.nodeName = of(4) == 0 ? QString() : u"Node-%1"_s.arg(of(3));
    pod.podIp = of(3) == 0 ? QString() : u"10.0.%1.%2"_s.arg(of(2) * 99).arg(of(12));
    pod.phase = of(2) == 0 ? u"Running"_s : u"pending"_s;
    pod.containers = {{u"c"_s, u"image:%1"_s.arg(of(3)), kube::PullPolicy(of(4)), kube::ContainerKind::Regular}};
    pod.meta.labels = {{u"app"_s, QString(QChar(u'a' + of(3)))}};
    kube::ContainerStatus status;
    status.name = u"c"_s;
    status.restartCount = of(3);
    status.state.phase = of(3) == 0 ? kube::ContainerState::Phase::Waiting : kube::ContainerState::Phase::Running;
    status.state.reason =
        status.state.phase == kube::ContainerState::Phase::Waiting ? u"ImagePullBackOff"_s : QString();
    pod.statuses = {status};
    return std::make_shared<const kube::Pod>(pod);
}

/** What stands in the cells decides, as it did when each cell was asked. */
bool isLess(const QVariant &a, const QVariant &b)
{
    return a.metaType() == QMetaType::fromType<QString>() ? a.toString().compare(b.toString(), Qt::CaseInsensitive) < 0
                                                          : QVariant::compare(a, b) == QPartialOrdering::Less;
}

QList<kube::Key> naive(const PodModel &model, const QString &text, int column, Qt::SortOrder order)
{
    const auto query = models::PodQuery::parse(text).value();
    QList<int> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        if (query.isEmpty() ||
            query.matches({*model.pod(row), model.summary(row), model.hasPullProblem(row)}, model.now()))
            rows.append(row);
    const auto before = [&](int a, int b) {
        const QVariant one = model.index(a, std::max(column, 0)).data(PodModel::SortRole);
        const QVariant other = model.index(b, std::max(column, 0)).data(PodModel::SortRole);
        if (column < 0)
            return a < b;
        return isLess(one, other) || (!isLess(other, one) && model.pod(a)->meta.key < model.pod(b)->meta.key);
    };
    std::ranges::sort(rows, before);
    if (order == Qt::DescendingOrder)
        std::ranges::reverse(rows);
    QList<kube::Key> keys;
    for (const int row : std::as_const(rows))
        keys.append(model.pod(row)->meta.key);
    return keys;
}

QList<kube::Key> shown(const models::PodFilter &filter)
{
    QList<kube::Key> keys;
    for (int row = 0; row < filter.rowCount(); ++row)
        keys.append(filter.pod(row)->meta.key);
    return keys;
}

/** Whatever listens sees rows come, go and move; what it holds says what it held. */
class Witness {
public:
    explicit Witness(const models::PodFilter &filter) : m_filter(filter) {}
    void remember()
    {
        m_held.clear();
        for (int row = 0; row < m_filter.rowCount(); row += 3)
            m_held.append({m_filter.index(row, 1), m_filter.pod(row)->meta.key});
    }
    [[nodiscard]] QString wrong(const QList<kube::Key> &now) const
    {
        for (const auto &[index, key] : m_held)
            if (index.isValid() != now.contains(key))
                return key.name + (index.isValid() ? u" is held, but gone"_s : u" was lost"_s);
            else if (index.isValid() && m_filter.pod(index.row())->meta.key != key)
                return u"another pod is held for "_s + key.name;
        return {};
    }

private:
    const models::PodFilter &m_filter;
    QList<std::pair<QPersistentModelIndex, kube::Key>> m_held;
};

}  // namespace

class TestOrderedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsAnyHistory_data();
    void followsAnyHistory();
    void tellsOneBatchOnce();
    void keepsTheSelection();
    void takesColumnsOfLabels();
};

void TestOrderedRows::followsAnyHistory_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestOrderedRows::followsAnyHistory()
{
    QFETCH(const uint, seed);
    std::mt19937 random(seed);
    const auto of = [&random](int count) { return int(random() % uint(count)); };
    PodModel model;
    model.setClock([] { return kube::Timestamp::fromUnixSeconds(2000); });
    const QAbstractItemModelTester rows(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::PodFilter filter(model);
    const QAbstractItemModelTester shows(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Witness witness(filter);
    int column = -1;
    auto order = Qt::AscendingOrder;
    QString text;
    for (int step = 0; step < 100; ++step) {
        witness.remember();
        const QList<kube::Key> before = shown(filter);
        bool keepsRows = true;
        const int what = of(12);
        if (what < 8) {
            mirror::Batch batch;
            batch.reset = of(40) == 0;
            keepsRows = !batch.reset;
            const int changes = of(3) == 0 ? 60 : 6;
            for (int i = 0; i < changes; ++i) {
                const int number = of(90);
                const kube::PodPtr one = pod(number, random);
                const auto isOne = [&one](const kube::PodRef &other) { return other->meta.key == one->meta.key; };
                if (std::ranges::any_of(batch.pods.upserts, isOne) || batch.pods.removals.contains(one->meta.key))
                    continue;
                if (of(3) == 0)
                    batch.pods.removals.append(one->meta.key);
                else
                    batch.pods.upserts.append(one);
            }
            model.apply(batch);
        } else if (what < 10) {
            column = of(model.columnCount() + 1) - 1;
            order = of(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            filter.sort(column, order);
        } else {
            const QStringList texts{QString(),       u"pod-1"_s,           u"status:running"_s, u"node:node-2"_s,
                                    u"restarts>1"_s, u"is:pull-problem"_s, u"label:app=b"_s,    u"nobody"_s};
            text = texts.at(of(int(texts.size())));
            filter.setText(text);
        }
        const QList<kube::Key> now = shown(filter);
        QCOMPARE(now, naive(model, text, column, order));
        for (int row = 0; row < filter.rowCount(); ++row)
            QCOMPARE(filter.find(now.at(row)).row(), row);
        if (keepsRows)
            QVERIFY2(witness.wrong(now).isEmpty(), qPrintable(witness.wrong(now)));
    }
}

void TestOrderedRows::tellsOneBatchOnce()
{
    std::mt19937 random(7);
    PodModel model;
    const QAbstractItemModelTester rows(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::PodFilter filter(model);
    const QAbstractItemModelTester shows(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.sort(PodModel::Name);
    mirror::Batch first;
    for (int i = 0; i < 300; i += 2)
        first.pods.upserts.append(pod(i, random));
    model.apply(first);
    QSignalSpy inserted(&filter, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&filter, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&filter, &QAbstractItemModel::layoutChanged);
    mirror::Batch others;  // a row between each two that are there
    for (int i = 1; i < 300; i += 2)
        others.pods.upserts.append(pod(i, random));
    model.apply(others);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(moved.count(), 1);
    mirror::Batch gone;
    for (const kube::PodRef &one : std::as_const(others.pods.upserts))
        gone.pods.removals.append(one->meta.key);
    model.apply(gone);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(filter.rowCount(), 150);
}

void TestOrderedRows::keepsTheSelection()
{
    std::mt19937 random(9);
    PodModel model;
    const QAbstractItemModelTester rows(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::PodFilter filter(model);
    filter.sort(PodModel::Name);
    mirror::Batch batch;
    for (int i = 0; i < 60; ++i)
        batch.pods.upserts.append(pod(i, random));
    model.apply(batch);
    QItemSelectionModel selection(&filter);
    QSet<QString> names;
    for (const int row : {3, 17, 40}) {
        selection.select(filter.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        names.insert(filter.pod(row)->meta.key.name);
    }
    filter.sort(PodModel::Restarts, Qt::DescendingOrder);
    mirror::Batch more;
    for (int i = 60; i < 120; ++i)
        more.pods.upserts.append(pod(i, random));
    model.apply(more);
    QSet<QString> selected;
    for (const QModelIndex &index : selection.selectedRows())
        selected.insert(filter.pod(index.row())->meta.key.name);
    QCOMPARE(selected, names);
}

void TestOrderedRows::takesColumnsOfLabels()
{
    std::mt19937 random(5);
    PodModel model;
    const QAbstractItemModelTester rows(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::PodFilter filter(model);
    const QAbstractItemModelTester shows(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    mirror::Batch batch;
    for (int i = 0; i < 20; ++i)
        batch.pods.upserts.append(pod(i, random));
    model.apply(batch);
    model.setLabelColumns({u"app"_s});
    QCOMPARE(filter.columnCount(), int(PodModel::ColumnCount) + 1);
    filter.sort(PodModel::ColumnCount);
    QCOMPARE(shown(filter), naive(model, {}, PodModel::ColumnCount, Qt::AscendingOrder));
    QCOMPARE(filter.headerData(PodModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole).toString(), u"APP"_s);
    model.setLabelColumns({});
    QCOMPARE(filter.columnCount(), int(PodModel::ColumnCount));
}

QTEST_GUILESS_MAIN(TestOrderedRows)
#include "test_orderedrows.moc"
