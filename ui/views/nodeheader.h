// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace views {

/**
 * A flat header of any height. Names over narrow columns are written upwards, without the domain that they share; level
 * ones stand at its foot.
 */
class NodeHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit NodeHeader(QWidget *parent = nullptr);

    /** Upright names take the height they need, up to a limit. Level ones have one row. */
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
