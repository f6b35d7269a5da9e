// SPDX-License-Identifier: Apache-2.0
#include "views/sending/reviewdialog.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "report/plaintext.h"
#include "views/compare/diffview.h"
#include "views/editor/outcomelist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Glyph = 14;
constexpr int RowHeight = 26;
constexpr QSize WholeSize(1000, 680);
constexpr QSize CompactSize(560, 260);

}  // namespace

ReviewDialog::ReviewDialog(const Question &question, QWidget *parent)
    : QDialog(parent), m_question(question), m_head(new QLabel(this)), m_note(new QLabel(this)),
      m_list(new QTreeWidget(this)), m_split(new QSplitter(Qt::Vertical, this)), m_diff(new DiffView(this)),
      m_legend(new QLabel(this)), m_words(new OutcomeList(this)),
      m_refused(new QCheckBox(tr("Send also what the dry run &refused"), this)), m_course(new QComboBox(this))
{
    makePage();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ReviewDialog::showCurrent);
    connect(m_refused, &QCheckBox::toggled, this, &ReviewDialog::showButtons);
    connect(m_do, &QPushButton::clicked, this, &ReviewDialog::confirm);
    connect(m_details, &QPushButton::clicked, this, [this] { setCompact(!m_diff->isHidden()); });
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        if (const ReviewRow *row = current(); row && row->remedy != Remedy::None)
            Q_EMIT remedyWanted(row->outcome.index, row->remedy);
    });
    showWaiting();
}

void ReviewDialog::makePage()
{
    setWindowTitle(verbWords(0));
    QFont bold = m_head->font();
    bold.setBold(true);
    m_head->setFont(bold);
    for (QLabel *label : {m_head, m_note, m_legend}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(m_question.reservation);
    m_note->setVisible(!m_question.reservation.isEmpty());
    m_legend->setText(tr("− goes   + comes from your text   * is set by the server (defaults, admission)"));
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Documents"));
    m_list->setHeaderLabels({tr("Object"), tr("What happens"), tr("File")});
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_course->addItems({tr("After a failure go on"), tr("After a failure stop")});
    m_course->setAccessibleName(tr("What happens after a failure"));
    m_refused->setToolTip(tr("A webhook may refuse every dry run and let the write itself pass"));

    auto *buttons = new QDialogButtonBox(this);
    m_details = buttons->addButton(tr("Details"), QDialogButtonBox::HelpRole);
    m_remedy = buttons->addButton(tr("Conflicts…"), QDialogButtonBox::ActionRole);
    m_do = buttons->addButton(verbWords(0), QDialogButtonBox::ActionRole);
    QPushButton *keep = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : {m_details, m_remedy, keep})
        button->setAutoDefault(false);
    m_do->setAutoDefault(!m_question.isProduction);  // there no key that is still held down may send anything
    (m_question.isProduction ? keep : m_do)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *below = new QWidget(m_split);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_diff, 1);
    column->addWidget(m_legend);
    m_split->addWidget(m_list);
    m_split->addWidget(below);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    m_words->setAccessibleName(tr("Warnings and refusals"));
    m_words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *options = new QHBoxLayout;
    options->addWidget(m_course);
    options->addWidget(m_refused);
    options->addStretch();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(8);
    page->addWidget(m_head);
    page->addWidget(m_note);
    page->addWidget(m_split, 1);
    page->addWidget(m_words);
    page->addLayout(options);
    page->addWidget(buttons);
    resize(WholeSize);
}

QString ReviewDialog::verbWords(int count) const
{
    switch (m_question.verb) {
    case command::Verb::Create: return count > 0 ? tr("Create %n object(s)", nullptr, count) : tr("Create");
    case command::Verb::Replace: return count > 0 ? tr("Replace %n object(s)", nullptr, count) : tr("Replace");
    default: return count > 0 ? tr("Apply %n object(s)", nullptr, count) : tr("Apply");
    }
}

void ReviewDialog::showWaiting()
{
    m_rows.clear();
    m_list->clear();
    const QString where = report::spelled(m_question.context);
    m_head->setText(tr("%1: the server is trying it, nothing is stored yet…").arg(where));
    showButtons();
}

void ReviewDialog::showPreview(const QList<command::Document> &documents, const QList<command::Outcome> &preview,
                               const QList<int> &moved)
{
    m_rows.clear();
    for (const command::Outcome &outcome : preview) {
        const auto at = std::ranges::find(documents, outcome.index, &command::Document::index);
        if (at != documents.end())
            m_rows.append(ReviewRow(*at, outcome, moved.contains(outcome.index), m_question.verb));
    }
    fill();
    const bool isPlain =
        m_question.verb == command::Verb::Create && std::ranges::all_of(m_rows, [](const ReviewRow &row) {
            return row.outcome.warnings.isEmpty() &&
                   (row.state == ReviewRow::State::New || row.state == ReviewRow::State::Untried);
        });
    setCompact(isPlain);
    showButtons();
    if (m_question.isProduction)
        m_list->setFocus();
    else
        (m_do->isEnabled() ? m_do : m_remedy)->setFocus();
}

void ReviewDialog::fill()
{
    const QString where = report::spelled(m_question.context);
    m_head->setText(m_question.isProduction ? tr("%1 (production): this is what would happen").arg(where)
                                            : tr("%1: this is what would happen").arg(where));
    m_list->clear();
    QTreeWidgetItem *first = nullptr;
    for (const ReviewRow &row : std::as_const(m_rows)) {
        auto *item = new QTreeWidgetItem(m_list, {row.object, row.words(), row.source});
        item->setToolTip(2, models::toolTip(row.source));
        item->setSizeHint(0, {0, RowHeight});
        item->setToolTip(0, models::toolTip(row.object));
        item->setIcon(1, delegates::toneIcon(row.tone(), Glyph, Glyph, palette()));
        const bool isQuiet = row.state == ReviewRow::State::Unchanged;
        if (isQuiet) {
            item->setForeground(0, palette().placeholderText());
            item->setForeground(1, palette().placeholderText());
        }
        if (!first && !isQuiet)
            first = item;
    }
    // Where it comes from is said where that is not the same of all.
    m_list->setColumnHidden(2, std::ranges::all_of(m_rows, [this](const ReviewRow &row) {
                                return row.source == m_rows.constFirst().source;
                            }));
    m_list->setCurrentItem(first ? first : m_list->topLevelItem(0));
    const int rows = std::clamp(int(m_rows.size()), 2, 6);
    m_list->setMinimumHeight((rows + 1) * RowHeight + 8);
    m_split->setSizes({(rows + 1) * RowHeight + 8, WholeSize.height()});
    showCurrent();
}

const ReviewRow *ReviewDialog::current() const
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    return at >= 0 && at < m_rows.size() ? &m_rows.at(at) : nullptr;
}

void ReviewDialog::showCurrent()
{
    const ReviewRow *row = current();
    m_words->removeAll();
    m_words->hide();
    m_remedy->setVisible(row && row->remedy != Remedy::None);
    if (!row)
        return;
    m_remedy->setText(row->remedy == Remedy::Merge ? tr("Merge…") : tr("Conflicts…"));
    const QString after = row->state == ReviewRow::State::Untried    ? tr("As written, not tried")
                          : row->state == ReviewRow::State::Refused  ? tr("As written")
                          : row->state == ReviewRow::State::Conflict ? tr("If everything were taken over")
                                                                     : tr("Afterwards, as the server says");
    m_diff->setTexts(row->sides.before.isEmpty() ? tr("Nothing there") : tr("In the cluster now"), row->sides.before,
                     after, row->sides.after, row->sides.byServer);
    m_legend->setVisible(!m_diff->isHidden() && !row->sides.byServer.isEmpty());
    showWords(*row);
}

void ReviewDialog::showWords(const ReviewRow &row)
{
    if (row.isMoved || row.state == ReviewRow::State::Moved)
        m_words->add(
            style::Tone::Waiting,
            tr("The object changed in the cluster since it was opened or looked at; a merge shows both sides."), {});
    if (row.state == ReviewRow::State::Untried)
        m_words->add(style::Tone::Unknown,
                     tr("The server can try it only once the namespace or the kind of a document before it is there."),
                     {});
    else if (row.outcome.error && row.state != ReviewRow::State::Moved)
        m_words->add(row.tone(), row.outcome.error->message, {});
    for (const QString &warning : row.outcome.warnings)
        m_words->add(style::Tone::Waiting, tr("Warning: %1").arg(warning), {});
    m_words->setVisible(m_words->count() > 0);
}

void ReviewDialog::setCompact(bool compact)
{
    m_diff->setHidden(compact);
    m_diff->parentWidget()->setHidden(compact);
    m_legend->setHidden(compact);
    m_details->setText(compact ? tr("Show Details") : tr("Hide Details"));
    resize(compact ? CompactSize : WholeSize);
    showCurrent();
}

void ReviewDialog::showButtons()
{
    const auto count = int(chosen().size());
    const bool isWaiting = m_rows.isEmpty();
    m_do->setEnabled(count > 0 && !m_isDone);
    m_do->setText(verbWords(count));
    m_refused->setVisible(std::ranges::contains(m_rows, ReviewRow::State::Refused, &ReviewRow::state));
    m_course->setVisible(m_rows.size() > 1);
    m_details->setVisible(!isWaiting);
    if (isWaiting)
        m_remedy->hide();
}

QList<int> ReviewDialog::chosen() const
{
    QList<int> indexes;
    for (const ReviewRow &row : m_rows)
        if (row.isSendable() || (row.state == ReviewRow::State::Refused && m_refused->isChecked()))
            indexes.append(row.outcome.index);
    return indexes;
}

bool ReviewDialog::stopsAtFailure() const
{
    return m_course->currentIndex() == 1;
}

bool ReviewDialog::isReady() const
{
    return m_do->isEnabled();
}

void ReviewDialog::confirm()
{
    if (!isReady() || std::exchange(m_isDone, true))
        return;
    showButtons();
    Q_EMIT confirmed();
    accept();
}

}  // namespace views
