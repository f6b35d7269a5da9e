// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/podref.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace views {

/**
 * Who made a pod, from the top down: Deployment web › ReplicaSet web-7f › Pod. Each but the last is a way to that
 * object, by click, Enter or Space; Left and Right go along. Names give way in the middle where there is no room.
 */
class OwnerTrail : public QWidget {
    Q_OBJECT

public:
    struct Step {
        QString kind, name;
        bool operator==(const Step &) const = default;
    };

    explicit OwnerTrail(QWidget *parent = nullptr);

    /** From the workload down to the pod, as far as the pod tells; none for null. */
    [[nodiscard]] static QList<Step> stepsTo(const kube::PodRef &pod);

    /** The last is where one stands. Of fewer than two nothing is shown. */
    void setSteps(const QList<Step> &steps);
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
    /** What the whole line says: `Deployment web › ReplicaSet web-7f › Pod`. */
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void chosen(const QString &kind, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString label(qsizetype step) const;
    void fit();

    QHBoxLayout *m_row;
    QList<Step> m_steps;
    QList<QToolButton *> m_buttons;
    QList<QWidget *> m_rest;  ///< what stands between and behind the buttons
};

}  // namespace views
