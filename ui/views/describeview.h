// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QWidget>

class QPlainTextEdit;
class QStackedWidget;

namespace views {

class StatePage;

/** The text that `kubectl describe pod` prints, kept where it was scrolled to while it changes. */
class DescribeView : public QWidget {
    Q_OBJECT

public:
    explicit DescribeView(QWidget *parent = nullptr);

    /** Nothing is selected. */
    void clear();
    void setText(const QString &text);
    void setError(const kube::Error &error);
    [[nodiscard]] QString text() const;
    /** Shows the last lines: the events. */
    void scrollToEnd();

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    StatePage *m_page;
};

}  // namespace views
