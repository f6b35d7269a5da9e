// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/compare/merge.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace views {

class DiffView;

/**
 * A text that two sides changed: what the merge makes of it beside the user's own, and each conflict with the choice of
 * a side. Nothing is taken that the user did not see; the caller puts result() into the editor when it is accepted.
 */
class MergeDialog : public QDialog {
    Q_OBJECT

public:
    struct Texts {
        QString base;
        QString mine;
        QString theirs;
    };

    /** `name` is what was changed; `theirName` where the other change comes from. */
    MergeDialog(const QString &name, const QString &theirName, const Texts &texts, QWidget *parent);

    /** The merged text by the present choices. */
    [[nodiscard]] QString result() const;
    [[nodiscard]] int conflicts() const { return int(m_choices.size()); }

private:
    QWidget *makeConflicts();
    void preview();

    QString m_mine;
    QString m_theirName;
    QList<manifest::MergePiece> m_pieces;
    QList<QComboBox *> m_choices;  ///< one a conflict, in order
    QLabel *m_summary;
    DiffView *m_diff;
};

}  // namespace views
