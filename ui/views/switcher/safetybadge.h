// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"

#include <QWidget>

namespace views {

/** Red, with a cross and words, as long as what goes over the wire is not protected. Nothing takes it away. */
class SafetyBadge : public QWidget {
    Q_OBJECT

public:
    explicit SafetyBadge(QWidget *parent = nullptr);

    /** What is wrong with the way to this server; empty: nothing. A plain-text server on this machine is no danger. */
    [[nodiscard]] static QString dangerOf(const config::Connection &connection);
    /** An empty text hides it. */
    void setDanger(const QString &text, const QString &tip);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

}  // namespace views
