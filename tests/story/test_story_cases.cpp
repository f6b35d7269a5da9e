// SPDX-License-Identifier: Apache-2.0
#include <QTest>
class TestStoryCases : public QObject {
    Q_OBJECT
};
QTEST_APPLESS_MAIN(TestStoryCases)
#include "test_story_cases.moc"
