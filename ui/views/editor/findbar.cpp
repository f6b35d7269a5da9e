// SPDX-License-Identifier: Apache-2.0
#include "views/editor/findbar.h"

#include "models/plaintext.h"
#include "views/editor/yamleditor.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

namespace {

/** An expression that would take for ever gives up instead. */
const QString Bounded = u"(*LIMIT_MATCH=2000000)"_s;

}  // namespace

FindBar::FindBar(YamlEditor *editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_pattern(new QLineEdit(this)), m_replacement(new QLineEdit(this)),
      m_count(new QLabel(this))
{
    m_pattern->setPlaceholderText(tr("Find"));
    m_pattern->setAccessibleName(tr("Find"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_case = makeToggle(u"Aa"_s, tr("Match case"));
    m_regex = makeToggle(u".*"_s, tr("Regular expression"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 4, 8, 4);
    grid->setSpacing(4);
    grid->addWidget(m_pattern, 0, 0, 1, 5);
    grid->addWidget(makeButton(u"×"_s, tr("Close"), &FindBar::close), 0, 5);
    grid->addWidget(m_case, 1, 0);
    grid->addWidget(m_regex, 1, 1);
    grid->addWidget(makeButton(u"↑"_s, tr("Previous match"), &FindBar::findPrevious), 1, 2);
    grid->addWidget(makeButton(u"↓"_s, tr("Next match"), &FindBar::findNext), 1, 3);
    grid->addWidget(m_count, 1, 4, 1, 2);
    grid->setColumnStretch(4, 1);
    auto *one = makeButton(tr("Replace"), tr("Replace this match"), &FindBar::replaceOne);
    auto *all = makeButton(tr("All"), tr("Replace all matches"), &FindBar::replaceAll);
    grid->addWidget(m_replacement, 2, 0, 1, 6);
    grid->addWidget(one, 3, 0, 1, 2);
    grid->addWidget(all, 3, 2, 1, 2);
    m_replaceParts = {m_replacement, one, all};

    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { search(); });
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            m_pause.start();
    });
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isVisible())
            tell();
    });
    connect(m_pattern, &QLineEdit::textChanged, this, [this] { search(&FindBar::selectFirst); });
    connect(m_case, &QToolButton::toggled, this, [this] { search(); });
    connect(m_regex, &QToolButton::toggled, this, [this] { search(); });
    m_pattern->installEventFilter(this);
    m_replacement->installEventFilter(this);
    hide();
}

QToolButton *FindBar::makeToggle(const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    return button;
}

QToolButton *FindBar::makeButton(const QString &text, const QString &name, void (FindBar::*act)())
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(button, &QToolButton::clicked, this, act);
    return button;
}

void FindBar::open(bool withReplace)
{
    for (QWidget *part : std::as_const(m_replaceParts))
        part->setVisible(withReplace && !m_editor->isReadOnly());
    show();
    const QString selected = m_editor->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator) && !m_regex->isChecked())
        m_pattern->setText(selected);
    m_pattern->selectAll();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
    search();
}

void FindBar::close()
{
    hide();
    m_search.stop();
    m_editor->setMatches({});
    m_editor->setFocus(Qt::OtherFocusReason);
}

TextSearch::Wish FindBar::wish(bool isToReplace) const
{
    return {m_editor->text(), m_expression, m_regex->isChecked(),
            isToReplace ? std::optional(m_replacement->text()) : std::nullopt};
}

void FindBar::search(Then then)
{
    m_pause.stop();
    m_search.stop();
    m_matches.clear();
    const QString pattern = m_pattern->text();
    m_expression = QRegularExpression(
        m_regex->isChecked() ? Bounded + pattern : QRegularExpression::escape(pattern),
        QRegularExpression::MultilineOption |
            (m_case->isChecked() ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption));
    m_version = m_editor->version();
    if (!pattern.isEmpty() && m_expression.isValid())
        m_search.look(wish(false), [this, then](const Found &found) {
            if (m_version != m_editor->version())
                return;  // it is looked for anew after the pause
            m_matches = found.matches;
            m_editor->setMatches(m_matches);
            tell();
            if (then)
                (this->*then)();
        });
    if (pattern.isEmpty() || !m_expression.isValid() || m_search.isBusy()) {
        m_editor->setMatches({});
        tell();
    }
}

void FindBar::ensure(Then then)
{
    if (m_version != m_editor->version() || m_matches.isEmpty())
        search(then);
    else
        (this->*then)();
}

void FindBar::selectFirst()
{
    select(std::max<qsizetype>(0, indexAtCursor()));
}

qsizetype FindBar::indexAtCursor() const
{
    const int at = m_editor->textCursor().selectionStart();
    const auto found = std::ranges::lower_bound(m_matches, at, {}, &YamlEditor::Match::position);
    return found == m_matches.end() ? -1 : found - m_matches.begin();
}

void FindBar::select(qsizetype index)
{
    if (index < 0 || index >= m_matches.size())
        return;
    const YamlEditor::Match &match = m_matches.at(index);
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(match.position);
    cursor.setPosition(match.position + match.length, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->centerCursor();
}

void FindBar::findNext()
{
    ensure(&FindBar::goOn);
}

void FindBar::findPrevious()
{
    ensure(&FindBar::goBack);
}

void FindBar::goOn()
{
    const int end = m_editor->textCursor().selectionEnd();
    const auto next = std::ranges::lower_bound(m_matches, end, {}, &YamlEditor::Match::position);
    select(next == m_matches.end() ? 0 : next - m_matches.begin());
}

void FindBar::goBack()
{
    const int start = m_editor->textCursor().selectionStart();
    const auto next = std::ranges::lower_bound(m_matches, start, {}, &YamlEditor::Match::position);
    select(next == m_matches.begin() ? m_matches.size() - 1 : next - m_matches.begin() - 1);
}

void FindBar::replaceOne()
{
    search(&FindBar::replaceHere);
}

void FindBar::replaceHere()
{
    const QTextCursor present = m_editor->textCursor();
    const qsizetype index = indexAtCursor();
    if (index < 0 || m_editor->isReadOnly() || m_matches.at(index).position != present.selectionStart() ||
        m_matches.at(index).length != present.selectionEnd() - present.selectionStart()) {
        goOn();
        return;
    }
    m_search.look(wish(true), [this, index](const Found &found) {
        if (m_version != m_editor->version() || index >= found.replacements.size())
            return;
        QTextCursor cursor = m_editor->textCursor();
        cursor.insertText(found.replacements.at(index));
        m_editor->setTextCursor(cursor);
        search(&FindBar::goOn);
    });
}

void FindBar::replaceAll()
{
    search();
    m_search.stop();
    if (m_pattern->text().isEmpty() || !m_expression.isValid() || m_editor->isReadOnly())
        return;
    m_search.look(wish(true), [this](const Found &found) {
        if (m_version != m_editor->version() || found.matches.isEmpty())
            return;
        m_left = found;
        m_replaced = 0;
        replaceSome();
    });
    if (m_search.isBusy())
        tell();
}

/** One step of undo, in pieces: between them the user may write, which ends it. */
void FindBar::replaceSome()
{
    constexpr qsizetype Piece = 500;
    if (m_replaced > 0 && m_leftVersion != m_editor->version())
        m_left = {};
    if (m_left.matches.isEmpty())
        return tellReplaced();
    QTextCursor cursor(m_editor->document());
    m_replaced > 0 ? cursor.joinPreviousEditBlock() : cursor.beginEditBlock();
    // From the end, so that the places before stay true.
    for (qsizetype i = 0; i < Piece && !m_left.matches.isEmpty(); ++i, ++m_replaced) {
        const YamlEditor::Match match = m_left.matches.takeLast();
        cursor.setPosition(match.position);
        cursor.setPosition(match.position + match.length, QTextCursor::KeepAnchor);
        cursor.insertText(m_left.replacements.takeLast());
    }
    cursor.endEditBlock();
    m_leftVersion = m_editor->version();
    if (m_left.matches.isEmpty()) {
        search(&FindBar::tellReplaced);
        return;
    }
    QTimer::singleShot(0, this, &FindBar::replaceSome);
    tell();
}

void FindBar::tellReplaced()
{
    m_count->setText(tr("%n replaced", nullptr, int(m_replaced)));
}

void FindBar::tell()
{
    if (m_pattern->text().isEmpty())
        m_count->clear();
    else if (!m_expression.isValid())
        m_count->setText(tr("Not an expression: %1").arg(m_expression.errorString()));
    else if (!m_left.matches.isEmpty())
        m_count->setText(tr("%n replaced so far…", nullptr, int(m_replaced)));
    else if (m_search.isBusy())
        m_count->setText(tr("Searching…"));
    else if (m_matches.isEmpty())
        m_count->setText(tr("Not found"));
    else if (const qsizetype index = indexAtCursor();
             index >= 0 && m_matches.at(index).position == m_editor->textCursor().selectionStart() &&
             m_editor->textCursor().hasSelection())
        m_count->setText(tr("%1 of %2").arg(index + 1).arg(m_matches.size()));
    else
        m_count->setText(tr("%n match(es)", nullptr, int(m_matches.size())));
    m_count->setToolTip(models::toolTip(m_count->text()));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

/** Enter finds on, Shift+Enter back; in the second field it replaces. */
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (watched == m_replacement)
                replaceOne();
            else if (key->modifiers() & Qt::ShiftModifier)
                findPrevious();
            else
                findNext();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace views
