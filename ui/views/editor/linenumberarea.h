// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace views {

class YamlEditor;

/** The strip left of a YamlEditor: line numbers and a shape beside lines with a problem. Owned by the editor. */
class LineNumberArea : public QWidget {
    Q_OBJECT

public:
    explicit LineNumberArea(YamlEditor *editor);
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    /** Scrolls or repaints with the editor's viewport. */
    void follow(const QRect &rect, int dy);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int lineAt(int y) const;

    YamlEditor *m_editor;
};

}  // namespace views
