// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace views {

class GlyphLabel;

/** A line above a list that is still shown although something is wrong with it: stale, failed, partial. */
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /** An empty text hides the bar. */
    void setNotice(style::Tone tone, const QString &text, const QString &action);

Q_SIGNALS:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    style::Tone m_tone = style::Tone::Waiting;
    GlyphLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_action;
};

}  // namespace views
