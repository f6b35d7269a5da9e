// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace views {

/** The three states of an image on a node, as shape and word. */
class PresenceLegend : public QWidget {
    Q_OBJECT

public:
    explicit PresenceLegend(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

}  // namespace views
