// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QWidget>

namespace views {

/** The shape of a tone, `size` pixels wide. Decoration: the words stand beside it. */
class GlyphLabel : public QWidget {
    Q_OBJECT

public:
    explicit GlyphLabel(int size, QWidget *parent = nullptr);
    void setTone(style::Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    style::Tone m_tone = style::Tone::Unknown;
};

}  // namespace views
