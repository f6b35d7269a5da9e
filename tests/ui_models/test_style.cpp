// SPDX-License-Identifier: Apache-2.0
#include "style/palette.h"
#include "style/settings.h"
#include "style/timewindow.h"
#include "style/wording.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using style::Role;

class TestStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << style::lightPalette();
        QTest::newRow("dark") << style::darkPalette();
    }

    void textCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const Role role :
             {Role::Running, Role::Pulling, Role::Waiting, Role::Failed, Role::Unknown, Role::ScheduledWait,
              Role::Queue, Role::Create, Role::BackOff, Role::Gap, Role::Accent, Role::MutedText, Role::Warning}) {
            const QColor color = style::color(role, palette);
            for (const auto ground : {QPalette::Base, QPalette::Window, QPalette::AlternateBase})
                QVERIFY2(style::contrast(color, palette.color(ground)) >= 4.5,
                         qPrintable(u"role %1 on ground %2: %3"_s.arg(int(role))
                                        .arg(int(ground))
                                        .arg(style::contrast(color, palette.color(ground)))));
        }
        for (const Role role : {Role::Running, Role::Pulling, Role::Failed, Role::Accent})
            QVERIFY(style::contrast(style::color(Role::OnColor, palette), style::color(role, palette)) >= 4.5);
        QVERIFY(style::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(style::contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
        for (const Role role : {Role::Running, Role::Waiting, Role::Failed, Role::MutedText})
            QVERIFY2(style::contrast(style::color(role, palette), palette.color(QPalette::Highlight)) >= 4.0,
                     qPrintable(QString::number(int(role))));
    }

    void tones_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("tone");
        const auto row = [](const char *status, style::Tone tone) {
            QTest::newRow(status) << QString::fromLatin1(status) << int(tone);
        };
        row("Running", style::Tone::Running);
        row("Completed", style::Tone::Done);
        row("ErrImageNeverPull", style::Tone::Failed);
        row("ImagePullBackOff", style::Tone::Failed);
        row("Init:CrashLoopBackOff", style::Tone::Failed);
        row("Init:0/2", style::Tone::Waiting);
        row("Pending", style::Tone::Waiting);
        row("ContainerCreating", style::Tone::Waiting);
        row("Unknown", style::Tone::Unknown);
    }

    void tones()
    {
        QFETCH(QString, status);
        QFETCH(int, tone);
        QCOMPARE(int(style::toneOf(status)), tone);
    }

    void saysTheState()
    {
        mirror::State state;
        state.phase = mirror::State::Phase::Loading;
        state.loaded = 120;
        state.expected = 300;
        QCOMPARE(style::Wording::state(state), u"Loading 120 of 300"_s);
        state.phase = mirror::State::Phase::Failed;
        state.error.kind = kube::Error::Kind::Unauthorized;
        QVERIFY(style::Wording::state(state).startsWith(u"Failed: "_s));
    }

    void keepsSettings()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"settings.ini"_s);
        {
            style::Settings settings(file);
            QVERIFY(!settings.lastNamespaces(u"a/b"_s));
            settings.setLastNamespaces(u"a/b"_s, {u"dev"_s, u"web"_s});
            settings.setTheme(style::Theme::Dark);
        }
        const style::Settings again(file);
        QCOMPARE(again.lastNamespaces(u"a/b"_s), std::optional(QStringList{u"dev"_s, u"web"_s}));
        QCOMPARE(again.theme(), style::Theme::Dark);
    }

    void sharesTime()
    {
        style::TimeWindow window;
        QSignalSpy moved(&window, &style::TimeWindow::rangeChanged);
        window.setRange(kube::Timestamp::fromUnixSeconds(1), kube::Timestamp::fromUnixSeconds(2));
        window.setRange(kube::Timestamp::fromUnixSeconds(1), kube::Timestamp::fromUnixSeconds(2));
        QCOMPARE(moved.size(), 1);
    }
};

QTEST_MAIN(TestStyle)
#include "test_style.moc"
