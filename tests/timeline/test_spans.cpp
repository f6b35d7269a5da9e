// SPDX-License-Identifier: Apache-2.0
#include <QTest>
class Xtest_spans : public QObject {
    Q_OBJECT
};
QTEST_APPLESS_MAIN(Xtest_spans)
#include "test_spans.moc"
