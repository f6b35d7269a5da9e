// SPDX-License-Identifier: Apache-2.0
#include "views/editor/outcomelist.h"

#include "delegates/toneglyph.h"
#include "report/plaintext.h"
#include "views/selectedrows.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace views {

namespace {

constexpr int ToneRole = Qt::UserRole;
constexpr int DetailRole = Qt::UserRole + 1;
constexpr int IconSize = 14;
constexpr int TallestList = 200;

}  // namespace

OutcomeList::OutcomeList(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Results"));
    setAccessibleDescription(tr("One row for each document that was sent. Enter goes to its line."));
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    setIconSize({IconSize, IconSize});
    setSpacing(1);
    connect(this, &QListWidget::itemClicked, this, &OutcomeList::jump);
    connect(this, &QListWidget::itemActivated, this, &OutcomeList::jump);
}

void OutcomeList::add(style::Tone tone, const QString &text, const QTextCursor &at, bool detail)
{
    auto *item = new QListWidgetItem(report::visible(text), this);
    item->setData(ToneRole, int(tone));
    item->setData(DetailRole, detail);
    paintIcon(item);
    m_places.append(at);
    updateGeometry();
}

void OutcomeList::removeAll()
{
    clear();
    m_places.clear();
    updateGeometry();
}

QSize OutcomeList::sizeHint() const
{
    // Rows wrap, so their heights are known only from the layout.
    const int rows = count() == 0 ? 0 : visualItemRect(item(count() - 1)).bottom() - visualItemRect(item(0)).top();
    return {QListWidget::sizeHint().width(), std::min(rows + 2 * (frameWidth() + spacing()) + 4, TallestList)};
}

void OutcomeList::paintIcon(QListWidgetItem *item) const
{
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(QSize(IconSize, IconSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    if (!item->data(DetailRole).toBool()) {
        QPainter painter(&picture);
        delegates::paintTone(painter, QRectF(1, 1, IconSize - 2, IconSize - 2),
                             style::Tone(item->data(ToneRole).toInt()), palette());
    }
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);
    item->setIcon(icon);
}

void OutcomeList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (int row = 0; row < count(); ++row)
        paintIcon(item(row));
}

void OutcomeList::keyPressEvent(QKeyEvent *event)
{
    if (!copiesRows(*this, *event))
        QListWidget::keyPressEvent(event);
}

void OutcomeList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    updateGeometry();
}

void OutcomeList::jump(const QListWidgetItem *item)
{
    const QTextCursor at = m_places.value(row(item));
    if (!at.isNull())
        Q_EMIT jumpRequested(at);
}

}  // namespace views
