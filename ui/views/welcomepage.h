// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace views {

/** What a newcomer sees who has no kubeconfig, or a broken one: why, and the ways on. */
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /** What is wrong with which file; none: there is no kubeconfig at all. */
    void setProblems(const QList<kube::Error> &problems);

Q_SIGNALS:
    void practiceRequested();
    void openRequested();
    void retryRequested();

private:
    QWidget *makeChoice(QPushButton *button, const QString &text);

    QLabel *m_text;
    QLabel *m_problems;
    QPushButton *m_practice;
    QPushButton *m_open;
    QPushButton *m_retry;
};

}  // namespace views
