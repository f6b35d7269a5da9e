// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/story/story.h"

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace views {

class ProseLabel;

/** A failure at a glance: what it means, what to do, and the kubelet's own words on demand. Hidden without a failure.
 */
class FailureCard : public QWidget {
    Q_OBJECT

public:
    explicit FailureCard(QWidget *parent = nullptr);

    void setStory(const pull::Story &story);
    /** What the card says, for tests and for the clipboard. */
    [[nodiscard]] QString cause() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString raw() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeRaw();

    ProseLabel *m_cause;
    ProseLabel *m_advice;
    QToolButton *m_toggle;
    QPlainTextEdit *m_raw;
};

}  // namespace views
