// SPDX-License-Identifier: Apache-2.0
#include "views/compare/mergedialog.h"

#include "report/plaintext.h"
#include "style/theme.h"
#include "views/compare/diffview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;
using manifest::MergePiece;

namespace views {

namespace {

enum Choice { Mine, Theirs, MineThenTheirs, TheirsThenMine };

QLabel *wordsOf(const QStringList &lines, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(style::monospace(parent->font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setText(lines.isEmpty() ? MergeDialog::tr("(nothing)") : report::visible(lines.join(u'\n')));
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

}  // namespace

MergeDialog::MergeDialog(const QString &name, const QString &theirName, const Texts &texts, QWidget *parent)
    : QDialog(parent), m_mine(texts.mine), m_theirName(theirName),
      m_pieces(manifest::merge(texts.base.split(u'\n'), texts.mine.split(u'\n'), texts.theirs.split(u'\n'))),
      m_summary(new QLabel(this)), m_diff(new DiffView(this))
{
    setWindowTitle(tr("Merge %1").arg(report::visibleLine(name)));
    resize(900, 640);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *take = buttons->addButton(tr("Take the Merged Text"), QDialogButtonBox::AcceptRole);
    take->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    if (std::ranges::contains(m_pieces, MergePiece::From::Conflict, &MergePiece::from))
        column->addWidget(makeConflicts());
    column->addWidget(m_diff, 1);
    column->addWidget(buttons);
    preview();
}

QWidget *MergeDialog::makeConflicts()
{
    auto *inside = new QWidget(this);
    auto *grid = new QGridLayout(inside);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Yours"), inside), 0, 0);
    grid->addWidget(new QLabel(m_theirName, inside), 0, 1);
    grid->addWidget(new QLabel(tr("Take"), inside), 0, 2);
    for (const MergePiece &piece : std::as_const(m_pieces)) {
        if (piece.from != MergePiece::From::Conflict)
            continue;
        const int row = grid->rowCount();
        auto *choice = new QComboBox(inside);
        choice->setAccessibleName(tr("What conflict %1 takes").arg(m_choices.size() + 1));
        choice->addItems({tr("yours"), m_theirName, tr("yours, then the other"), tr("the other, then yours")});
        connect(choice, &QComboBox::currentIndexChanged, this, &MergeDialog::preview);
        m_choices.append(choice);
        grid->addWidget(wordsOf(piece.mine, inside), row, 0);
        grid->addWidget(wordsOf(piece.theirs, inside), row, 1);
        grid->addWidget(choice, row, 2, Qt::AlignTop);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setWidget(inside);
    area->setMaximumHeight(std::min(240, inside->sizeHint().height() + 2 * area->frameWidth()));
    area->setAccessibleName(tr("Conflicts"));
    return area;
}

QString MergeDialog::result() const
{
    QStringList lines;
    qsizetype conflict = 0;
    for (const MergePiece &piece : m_pieces) {
        if (piece.from != MergePiece::From::Conflict) {
            lines += piece.result();
            continue;
        }
        switch (m_choices.at(conflict++)->currentIndex()) {
        case Theirs: lines += piece.theirs; break;
        case MineThenTheirs: lines += piece.mine + piece.theirs; break;
        case TheirsThenMine: lines += piece.theirs + piece.mine; break;
        default: lines += piece.mine;
        }
    }
    return lines.join(u'\n');
}

void MergeDialog::preview()
{
    m_summary->setText(
        m_choices.isEmpty()
            ? tr("Both changes fit together. On the right is what they make of your text.")
            : tr("%n place(s) were changed on both sides. Choose what to take; on the right is what becomes "
                 "of your text.",
                 nullptr, conflicts()));
    m_diff->setTexts(tr("Yours"), m_mine, tr("Merged"), result());
}

}  // namespace views
