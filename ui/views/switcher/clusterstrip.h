// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QTabBar>

namespace views {

/** What the switcher shows of one open context. */
struct ClusterTab {
    QString name;
    style::Tone tone = style::Tone::Unknown;
    QString state;  ///< in words: `Live`, `Stale since 10:02:10`
    QString tip;    ///< plain text: server, file, what is wrong
    bool operator==(const ClusterTab &) const = default;
};

/** One tab for each open context: the shape and the word of its state, its name, a button that closes it. */
class ClusterStrip : public QTabBar {
    Q_OBJECT

public:
    explicit ClusterStrip(QWidget *parent = nullptr);

    /** Emits nothing. `current` is -1 where none is shown. */
    void setClusters(const QList<ClusterTab> &clusters, int current);

Q_SIGNALS:
    void clusterChosen(int at);
    void closeRequested(int at);

protected:
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;

private:
    QWidget *makeCloseButton();
    void write(int at);

    QList<ClusterTab> m_clusters;
};

}  // namespace views
