// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logwish.h"
#include "kube/container.h"

#include <QToolBar>

class QComboBox;
class QLabel;
class QLineEdit;

namespace views {

/** What of a log is wanted, and the search in it. */
class LogBar : public QToolBar {
    Q_OBJECT

public:
    explicit LogBar(QWidget *parent = nullptr);

    /** Whose logs: of one container, of all in the pod, of every pod of its workload, of selected or shown pods. */
    enum class Scope { Container, Pod, Workload, Selected, Shown };

    /**
     * What there is to choose from; what is chosen stays so where it is among it. `workload` may be empty, and so many
     * pods be selected; `shown`: the pods that the table showed are among it.
     */
    void setContainers(const QList<kube::Container> &containers, const QString &workload = {}, qsizetype selected = 0,
                       bool shown = false);
    void choose(const QString &container);
    void choose(Scope scope);
    [[nodiscard]] Scope scope() const;
    /** Empty where not one is chosen. */
    [[nodiscard]] QString container() const;
    /** Container, how much, follow and previous; without the pod. */
    [[nodiscard]] command::LogWish wish() const;
    /** `3 of 17`, `17 lines`, or what is wrong with the pattern. */
    void setFound(const QString &text, bool isWrong);
    void focusSearch();

    QAction *follow, *previous, *times, *wrap, *toEnd, *copy, *save, *next, *before;

Q_SIGNALS:
    /** Another log, or another part of it, is wanted. */
    void wishChanged();
    void searchChanged(const QString &pattern);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *make(const QString &text, const QString &tip, const QKeySequence &keys, bool checkable);

    QComboBox *m_containers, *m_amount;
    QLineEdit *m_search;
    QLabel *m_found;
};

}  // namespace views
