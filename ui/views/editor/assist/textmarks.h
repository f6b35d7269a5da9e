// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/remark.h"
#include "style/wording.h"

#include <QPainter>
#include <QTextBlock>

#include <span>

namespace views {

/** A few words behind a line that are not part of the text. */
struct LineHint {
    int line = 0;    ///< from 1
    QString words;   ///< `→ pulls on node1: the tag is latest`
    QString reason;  ///< what is told on hover
    style::Tone tone = style::Tone::Unknown;
    bool operator==(const LineHint &) const = default;
};

/**
 * What is shown of a text beside the text itself: remarks as lines under it, hints behind its lines. Errors are a dense
 * wave, warnings a long one, notes dots. Both move with the lines of the text until they are set anew.
 */
class TextMarks {
public:
    void setRemarks(const QList<manifest::Remark> &remarks);  ///< in the order of the text
    void setHints(const QList<LineHint> &hints);              ///< in the order of the text
    [[nodiscard]] const QList<manifest::Remark> &remarks() const { return m_remarks; }
    [[nodiscard]] std::span<const manifest::Remark> remarksAt(int line) const;
    [[nodiscard]] const LineHint *hintAt(int line) const;
    /** Lines were put in behind this one, or (negative) taken away. */
    void follow(int line, int added);

    void paintRemarks(QPainter &painter, const QTextBlock &block, QPointF origin, const QPalette &palette) const;
    /** `right`: what is not to be painted over; where the words have no room they are cut, and the shape stays. */
    void paintHint(QPainter &painter, const QTextBlock &block, QPointF origin, qreal right,
                   const QPalette &palette) const;

private:
    QList<manifest::Remark> m_remarks;
    QList<LineHint> m_hints;
};

/** The shape and colour of a severity, as all lists show it. */
[[nodiscard]] style::Tone toneOf(manifest::Remark::Severity severity);

}  // namespace views
