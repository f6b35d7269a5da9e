// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/remarklist.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "views/editor/assist/remarkwords.h"
#include "views/editor/assist/textmarks.h"
#include "views/selectedrows.h"

#include <QEvent>

#include <algorithm>

namespace views {

namespace {

constexpr int IconSize = 14;
constexpr int RowsInSight = 6;

}  // namespace

RemarkList::RemarkList(QWidget *parent) : QListWidget(parent)
{
    hide();
    setAccessibleName(tr("Problems"));
    setAccessibleDescription(tr("What there is to say of the text. Enter goes to its line."));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setSelectionMode(ExtendedSelection);
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setIconSize({IconSize, IconSize});
    const auto go = [this](const QListWidgetItem *item) {
        const int at = row(item);
        if (at < m_remarks.size())
            Q_EMIT placeChosen(m_remarks[at].place);
    };
    connect(this, &QListWidget::itemClicked, this, go);
    connect(this, &QListWidget::itemActivated, this, go);
}

void RemarkList::setRemarks(const QList<manifest::Remark> &remarks, const QString &release)
{
    if (m_remarks == remarks && m_release == release)
        return;
    m_remarks = remarks;
    m_release = release;
    if (isVisible())
        fill();
    setOpen(m_isOpen);
    updateGeometry();
}

void RemarkList::setOpen(bool open)
{
    m_isOpen = open;
    setVisible(open && !m_remarks.isEmpty());
}

void RemarkList::fill()
{
    const int current = currentRow();
    clear();
    for (const manifest::Remark &remark : std::as_const(m_remarks).first(std::min(MostRows, m_remarks.size()))) {
        const QString words = tr("Line %1: %2").arg(remark.place.line).arg(RemarkWords::whole(remark, m_release));
        auto *item = new QListWidgetItem(
            delegates::toneIcon(toneOf(remark.severity), IconSize, IconSize - 2, palette()), words, this);
        item->setToolTip(models::toolTip(words));
    }
    if (m_remarks.size() > MostRows)
        addItem(tr("and %n more", nullptr, int(m_remarks.size() - MostRows)));
    setCurrentRow(std::min(current, count() - 1));
}

QSize RemarkList::sizeHint() const
{
    const auto rows = std::clamp<qsizetype>(m_remarks.size(), 1, RowsInSight);
    return {QListWidget::sizeHint().width(), int(rows) * (fontMetrics().height() + 8) + 2 * frameWidth() + 4};
}

void RemarkList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

void RemarkList::showEvent(QShowEvent *event)
{
    fill();
    QListWidget::showEvent(event);
}

void RemarkList::keyPressEvent(QKeyEvent *event)
{
    if (!copiesRows(*this, *event))
        QListWidget::keyPressEvent(event);
}

}  // namespace views
