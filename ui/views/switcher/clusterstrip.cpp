// SPDX-License-Identifier: Apache-2.0
#include "views/switcher/clusterstrip.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/theme.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Glyph = 14;
constexpr int Close = 20;
constexpr int Widest = 320;
constexpr int Narrowest = 130;
constexpr int LongestName = 190;  ///< pixels of the name: the state's word stays in sight

}  // namespace

ClusterStrip::ClusterStrip(QWidget *parent) : QTabBar(parent)
{
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    setIconSize({Glyph, Glyph});
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Open contexts"));
    connect(this, &QTabBar::currentChanged, this, &ClusterStrip::clusterChosen);
}

void ClusterStrip::setClusters(const QList<ClusterTab> &clusters, int current)
{
    const QSignalBlocker quiet(this);
    while (count() > clusters.size())
        removeTab(count() - 1);
    for (int i = 0; i < clusters.size(); ++i) {
        if (i < count() && m_clusters.value(i) == clusters.at(i))
            continue;
        if (i == count()) {
            addTab(QString());
            setTabButton(i, RightSide, makeCloseButton());
        }
        m_clusters.resize(std::max(m_clusters.size(), qsizetype(i) + 1));
        m_clusters[i] = clusters.at(i);
        write(i);
    }
    m_clusters = clusters;
    setCurrentIndex(current);
}

QWidget *ClusterStrip::makeCloseButton()
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFixedSize(Close, Close);
    button->setIconSize({Glyph, Glyph});
    button->setFocusPolicy(Qt::NoFocus);  // Ctrl+W is the way of the keyboard
    connect(button, &QToolButton::clicked, this, [this, button] {
        for (int i = 0; i < count(); ++i)
            if (tabButton(i, RightSide) == button) {
                Q_EMIT closeRequested(i);
                return;
            }
    });
    return button;
}

void ClusterStrip::write(int at)
{
    auto *close = static_cast<QToolButton *>(tabButton(at, RightSide));
    close->setIcon(style::icon(QStringLiteral("close"), palette()));
    close->setToolTip(models::toolTip(tr("Close %1").arg(m_clusters.at(at).name)));
    close->setAccessibleName(report::visibleLine(tr("Close %1").arg(m_clusters.at(at).name)));
    const ClusterTab &tab = m_clusters.at(at);
    const QString name = fontMetrics().elidedText(report::visibleLine(tab.name), Qt::ElideMiddle, LongestName);
    setTabText(at, models::actionText(u"%1  ·  %2"_s.arg(name, tab.state)));
    setTabIcon(at, delegates::toneIcon(tab.tone, Glyph, Glyph, palette()));
    setTabToolTip(at, models::toolTip(tab.tip));
    setAccessibleTabName(at, tr("%1: %2").arg(report::visibleLine(tab.name), tab.state));
}

void ClusterStrip::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (int i = 0; i < m_clusters.size() && i < count(); ++i)
            write(i);
}

QSize ClusterStrip::tabSizeHint(int index) const
{
    const QSize hint = QTabBar::tabSizeHint(index);
    return {std::clamp(hint.width(), Narrowest, std::max(Widest, Narrowest)), hint.height()};
}

QSize ClusterStrip::minimumTabSizeHint(int index) const
{
    return {Narrowest, QTabBar::minimumTabSizeHint(index).height()};
}

}  // namespace views
