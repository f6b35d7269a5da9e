// SPDX-License-Identifier: Apache-2.0
#include "views/sending/conflictdialog.h"

#include "manifest/text/yamltext.h"
#include "report/plaintext.h"
#include "style/theme.h"
#include "style/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QLabel *textOf(const QString &text, QWidget *parent, bool isCode)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(!isCode);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    if (isCode)
        label->setFont(style::monospace(parent->font()));
    label->setText(report::visible(text));
    return label;
}

/** From the top of a text to the line that its first letters stand on, whichever fonts they take. */
qreal firstAscent(const QLabel &label)
{
    QTextLayout layout(label.text().section(u'\n', 0, 0), label.font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? line.ascent() : QFontMetricsF(label.font()).ascent();
}

/** The first lines of a row's texts stand on the line that the words of its choice stand on. */
void alignToChoice(const QList<QLabel *> &labels, const QComboBox &choice)
{
    const QFontMetricsF metrics(choice.font());
    const qreal line = (choice.sizeHint().height() - metrics.height()) / 2 + metrics.ascent();
    for (QLabel *label : labels)
        label->setContentsMargins(0, std::max(0, qRound(line - firstAscent(*label))), 0, 0);
}

/** A value that can stand in one line of a text, and may be shown there. */
bool isPlain(const command::Conflict &conflict)
{
    return !conflict.isSecret && !conflict.theirs.isUndefined() && !conflict.theirs.isObject() &&
           !conflict.theirs.isArray();
}

QString valueWords(const QJsonValue &value, bool isSecret)
{
    if (value.isUndefined())
        return ConflictDialog::tr("(not known)");
    return isSecret ? u"***"_s : manifest::toYaml(value).trimmed();
}

QString ownerWords(const command::Owner &owner, const QString &ownName)
{
    QString words = owner.manager == ownName
                        ? ConflictDialog::tr("%1 itself, when it created or replaced it").arg(owner.manager)
                        : owner.manager;
    if (!owner.operation.isEmpty())
        words = ConflictDialog::tr("%1 (%2)").arg(words, owner.operation);
    if (!owner.subresource.isEmpty())
        words = ConflictDialog::tr("%1 through %2").arg(words, owner.subresource);
    return owner.time.isNull() ? words : ConflictDialog::tr("%1, %2").arg(words, style::Wording::exact(owner.time));
}

}  // namespace

ConflictDialog::ConflictDialog(const QString &object, const QString &ownName, const QList<command::Conflict> &conflicts,
                               QWidget *parent)
    : QDialog(parent), m_conflicts(conflicts), m_sum(new QLabel(this))
{
    setWindowTitle(tr("Conflicts"));
    auto *what = textOf(
        tr("%n field(s) of %1 have another owner and another value.", nullptr, int(conflicts.size())).arg(object), this,
        false);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    auto *why =
        textOf(tr("A field that is left to its owner is left out of what is sent; your text stays as it is. One "
                  "that you take over is yours from then on, and its owner may want it back. One whose value you write "
                  "into your text belongs to both."),
               this, false);
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *go = buttons->addButton(tr("Try Again with This"), QDialogButtonBox::AcceptRole);
    QPushButton *stay = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    go->setAutoDefault(false);
    stay->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(12);
    page->addWidget(what);
    page->addWidget(why);
    page->addWidget(makeRows(ownName), 1);
    page->addWidget(m_sum);
    page->addWidget(buttons);
    resize(900, 440);
    sum();
}

QWidget *ConflictDialog::makeRows(const QString &ownName)
{
    auto *inside = new QWidget(this);
    auto *grid = new QGridLayout(inside);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    int column = 0;
    for (const QString &title : {tr("Field"), tr("Owner"), tr("In the cluster"), tr("Yours"), tr("Decision")})
        grid->addWidget(textOf(title, inside, false), 0, column++);
    for (const command::Conflict &conflict : std::as_const(m_conflicts)) {
        const int row = grid->rowCount();
        QStringList owners;
        for (const command::Owner &owner : conflict.owners)
            owners.append(ownerWords(owner, ownName));
        auto *choice = new QComboBox(inside);
        choice->addItems({tr("Leave it to them"), tr("Take it over")});
        if (isPlain(conflict))
            choice->addItem(tr("Write theirs into my text"));
        choice->setAccessibleName(tr("Decision on %1").arg(conflict.field));
        // What Gantry wrote in another way is the user's own already.
        const bool isOwn = std::ranges::all_of(
            conflict.owners, [&ownName](const command::Owner &owner) { return owner.manager == ownName; });
        choice->setCurrentIndex(isOwn ? Take : Leave);
        connect(choice, &QComboBox::currentIndexChanged, this, &ConflictDialog::sum);
        m_choices.append(choice);
        const QList<QLabel *> texts{textOf(conflict.field, inside, true), textOf(owners.join(u'\n'), inside, false),
                                    textOf(valueWords(conflict.theirs, conflict.isSecret), inside, true),
                                    textOf(valueWords(conflict.mine, conflict.isSecret), inside, true)};
        alignToChoice(texts, *choice);
        for (int i = 0; i < texts.size(); ++i)
            grid->addWidget(texts.at(i), row, i);
        grid->addWidget(choice, row, 4, Qt::AlignTop);
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(inside);
    area->setAccessibleName(tr("Conflicts"));
    return area;
}

QStringList ConflictDialog::fields(Choice choice) const
{
    QStringList fields;
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        if (m_choices.at(i)->currentIndex() == choice)
            fields.append(m_conflicts.at(i).field);
    return fields;
}

QStringList ConflictDialog::left() const
{
    return fields(Leave);
}

QStringList ConflictDialog::taken() const
{
    return fields(Take);
}

QList<command::Conflict> ConflictDialog::written() const
{
    QList<command::Conflict> written;
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        if (m_choices.at(i)->currentIndex() == Write)
            written.append(m_conflicts.at(i));
    return written;
}

void ConflictDialog::choose(qsizetype conflict, Choice choice)
{
    m_choices.at(conflict)->setCurrentIndex(choice);
}

void ConflictDialog::sum()
{
    const auto count = int(taken().size());
    m_sum->setText(count == 0
                       ? tr("Nothing is taken over.")
                       : tr("%n field(s) are taken over, of this very version of the object only.", nullptr, count));
}

}  // namespace views
