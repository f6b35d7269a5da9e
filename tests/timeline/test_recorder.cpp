// SPDX-License-Identifier: Apache-2.0
#include <QTest>
class Xtest_recorder : public QObject {
    Q_OBJECT
};
QTEST_APPLESS_MAIN(Xtest_recorder)
#include "test_recorder.moc"
