// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace views {

/** Node names over narrow columns: written upwards and elided in the middle, or level where the column has room. */
class NodeHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit NodeHeader(QWidget *parent = nullptr);

    /** Upright names take the height they need, up to a limit. */
    void setUpright(bool upright);
    [[nodiscard]] bool isUpright() const { return m_upright; }
    /** What the names need now. */
    [[nodiscard]] int wantedHeight() const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    bool m_upright = false;
};

}  // namespace views
