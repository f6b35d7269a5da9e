// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace views {

/**
 * Plain text that wraps at any place if it must, so that a digest of 71 characters never widens or clips a column.
 * Never reads markup; what has no shape is shown as a mark (report::visible). The context menu copies the text.
 */
class ProseLabel : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Normal, Muted };

    explicit ProseLabel(QWidget *parent = nullptr, Tone tone = Tone::Normal);

    /** An empty text hides the label. */
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

}  // namespace views
