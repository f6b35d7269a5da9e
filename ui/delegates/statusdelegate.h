// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace delegates {

/** Paints a status word with its shape and colour. */
class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /** Which words it reads: a pod's STATUS, an event's TYPE, or what a pod's pulls came to. */
    enum class Words { PodStatus, EventType, Pull };

    explicit StatusDelegate(Words words, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Words m_words;
};

}  // namespace delegates
