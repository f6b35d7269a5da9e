// SPDX-License-Identifier: Apache-2.0
#include "views/switcher/connectionchip.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "views/welcomepage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Phase = mirror::State::Phase;

namespace {

mirror::Batch pods(const QStringList &names)
{
    mirror::Batch batch;
    for (const QString &name : names) {
        kube::Pod pod;
        pod.meta.key = {u"dev"_s, name};
        pod.meta.uid = u"uid-"_s + name;
        pod.phase = u"Pending"_s;
        pod.containers = {{u"nginx"_s, u"nginx:1.17.1"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
        batch.pods.upserts.append(std::make_shared<const kube::Pod>(pod));
    }
    return batch;
}

mirror::State stateOf(Phase phase, kube::Error::Kind kind = kube::Error::Kind::None)
{
    mirror::State state;
    state.phase = phase;
    state.error.kind = kind;
    state.error.message = u"the server says <b>no</b>"_s;
    return state;
}

style::Truth truthOf(const mirror::State &state, const QString &ns = {})
{
    style::Truth truth;
    truth.state = state;
    truth.scope.ns = ns;
    truth.now = kube::Timestamp::fromUnixSeconds(1'800'000'000);
    return truth;
}

/** The texts that can be seen in a widget. */
QString seen(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            texts.append(label->text());
    return texts.join(u'\n');
}

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (QPushButton *candidate : widget.findChildren<QPushButton *>())
        if (candidate->isVisibleTo(&widget) && candidate->text() == text)
            return candidate;
    return nullptr;
}

}  // namespace

class TestPodTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItWaitsFor()
    {
        models::PodModel model;
        views::PodTable table(model);
        table.setTruth(truthOf(stateOf(Phase::Connecting)));
        QVERIFY(seen(table).contains(u"Connecting"_s));
        mirror::State loading = stateOf(Phase::Loading);
        loading.loaded = 500;
        loading.expected = 2000;
        table.setTruth(truthOf(loading));
        QVERIFY(seen(table).contains(u"500 of about 2000"_s));
    }

    void failureSaysWhyAndOffersRetry()
    {
        models::PodModel model;
        views::PodTable table(model);
        QSignalSpy retry(&table, &views::PodTable::actChosen);
        table.setTruth(truthOf(stateOf(Phase::Failed, kube::Error::Kind::Forbidden)));
        QVERIFY(seen(table).contains(u"the server says <b>no</b>"_s));
        QPushButton *again = button(table, u"Retry now"_s);
        QVERIFY(again);
        again->click();
        QCOMPARE(retry.size(), 1);
    }

    void failureKeepsTheRows()
    {
        models::PodModel model;
        views::PodTable table(model);
        model.apply(pods({u"web"_s}));
        table.setTruth(truthOf(stateOf(Phase::Stale, kube::Error::Kind::Unreachable), u"dev"_s));
        QVERIFY(table.grid().isVisibleTo(&table));
        QVERIFY(button(table, u"Retry now"_s));
        table.setTruth(truthOf(stateOf(Phase::Live), u"dev"_s));
        QVERIFY(!button(table, u"Retry now"_s));
    }

    void emptyNamesTheNamespace()
    {
        models::PodModel model;
        views::PodTable table(model);
        table.setTruth(truthOf(stateOf(Phase::Live), u"team-a"_s));
        QVERIFY(seen(table).contains(u"team-a"_s));
    }

    void hiddenByTheFilterIsNotEmpty()
    {
        models::PodModel model;
        views::PodTable table(model);
        QSignalSpy cleared(&table, &views::PodTable::filterCleared);
        table.setTruth(truthOf(stateOf(Phase::Live)));
        model.apply(pods({u"web"_s}));
        table.filter().setText(u"nothing"_s);
        QPushButton *clear = button(table, u"Clear the filter"_s);
        QVERIFY(clear);
        clear->click();
        QCOMPARE(cleared.size(), 1);
        table.filter().setText({});
        QVERIFY(table.grid().isVisibleTo(&table));
    }

    void selectsWhatComesLater()
    {
        models::PodModel model;
        views::PodTable table(model);
        QAbstractItemModelTester tester(&table.filter());
        QSignalSpy chosen(&table, &views::PodTable::podSelected);
        table.setTruth(truthOf(stateOf(Phase::Live)));
        table.select({u"dev"_s, u"web"_s});
        model.apply(pods({u"api"_s, u"web"_s}));
        QCOMPARE(table.selected().name, u"web"_s);
        QCOMPARE(chosen.size(), 0);
        table.grid().selectRow(0);
        QCOMPARE(chosen.size(), 1);
        model.apply(pods({u"another"_s}));
        QCOMPARE(table.selected().name, u"api"_s);
    }

    void showsNamespacesOnlyAmongMany()
    {
        models::PodModel model;
        views::PodTable table(model);
        table.setTruth(truthOf(stateOf(Phase::Live)));
        QVERIFY(!table.grid().isColumnHidden(models::PodModel::Namespace));
        table.setTruth(truthOf(stateOf(Phase::Live), u"dev"_s));
        QVERIFY(table.grid().isColumnHidden(models::PodModel::Namespace));
    }

    void chipSaysTheStateInWords()
    {
        views::ConnectionChip chip;
        chip.setState(stateOf(Phase::Failed, kube::Error::Kind::Unauthorized));
        QCOMPARE(chip.text(), u"Failed: not logged in"_s);
        QVERIFY(chip.toolTip().contains(u"&lt;b&gt;no"_s));
        QVERIFY(chip.accessibleName().contains(chip.text()));
    }

    void welcomeNamesFileAndLine()
    {
        views::WelcomePage page;
        kube::Error error;
        error.message = u"did not find expected key"_s;
        error.where = u"config:7:3"_s;
        page.setProblems({error});
        QVERIFY(seen(page).contains(u"config:7:3: did not find expected key"_s));
        QSignalSpy practice(&page, &views::WelcomePage::practiceRequested);
        QPushButton *start = button(page, u"Start the Practice Cluster"_s);
        QVERIFY(start);
        start->click();
        QCOMPARE(practice.size(), 1);
    }
};

QTEST_MAIN(TestPodTable)
#include "test_podtable.moc"
