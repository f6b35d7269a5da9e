// SPDX-License-Identifier: Apache-2.0
#include "views/logs/logview.h"

#include "models/plaintext.h"
#include "models/workload.h"
#include "report/plaintext.h"
#include "views/glyphlabel.h"
#include "views/logs/logbar.h"
#include "views/logs/logtext.h"
#include "views/logs/logwords.h"
#include "views/statepage.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QSaveFile>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

style::Tone toneOf(pull::Verdict verdict)
{
    switch (verdict) {
    case pull::Verdict::Good: return style::Tone::Running;
    case pull::Verdict::Working: return style::Tone::Pulling;
    case pull::Verdict::Waiting: return style::Tone::Waiting;
    case pull::Verdict::Failed: return style::Tone::Failed;
    case pull::Verdict::Unknown: break;
    }
    return style::Tone::Unknown;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

}  // namespace

LogView::LogView(QWidget *parent)
    : QWidget(parent), m_bar(new LogBar(this)), m_storyGlyph(new GlyphLabel(14, this)),
      m_stateGlyph(new GlyphLabel(14, this)), m_storyLine(plainLabel(this)), m_stateLine(plainLabel(this)),
      m_stack(new QStackedWidget(this)), m_text(new LogText(this)), m_page(new StatePage(this))
{
    auto *lines = new QHBoxLayout;
    lines->setContentsMargins(8, 2, 8, 4);
    lines->setSpacing(8);
    lines->addWidget(m_storyGlyph);
    lines->addWidget(m_storyLine, 3);
    lines->addWidget(m_stateGlyph);
    lines->addWidget(m_stateLine, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(lines);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_page);
    m_stateLine->setAccessibleName(tr("How the log stands"));
    setFocusProxy(m_text);
    wire();
    setPod({});
}

void LogView::wire()
{
    connect(m_bar, &LogBar::wishChanged, this, [this] {
        showStory();
        Q_EMIT wanted();
    });
    connect(m_page, &StatePage::firstChosen, this, &LogView::wanted);
    connect(m_bar, &LogBar::searchChanged, m_text, &LogText::search);
    connect(m_bar, &LogBar::searchChanged, this, &LogView::showFound);
    connect(m_text, &LogText::changed, this, &LogView::showFound);
    connect(m_bar->next, &QAction::triggered, m_text, [this] { m_text->step(true); });
    connect(m_bar->before, &QAction::triggered, m_text, [this] { m_text->step(false); });
    connect(m_bar->times, &QAction::toggled, m_text, &LogText::setTimes);
    connect(m_bar->wrap, &QAction::toggled, m_text,
            [this](bool on) { m_text->setLineWrapMode(on ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap); });
    connect(m_bar->toEnd, &QAction::triggered, m_text, &LogText::goToEnd);
    connect(m_bar->copy, &QAction::triggered, this, &LogView::copyLines);
    connect(m_bar->save, &QAction::triggered, this, &LogView::chooseFile);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_bar, &LogBar::focusSearch);
}

void LogView::setPod(const kube::PodPtr &pod)
{
    const bool isOther = !m_pod || !pod || pod->meta.uid != m_pod->meta.uid;
    m_pod = pod;
    m_bar->setEnabled(pod || !m_shown.isEmpty());
    m_bar->setContainers(pod ? pod->allContainers() : QList<kube::Container>(),
                         pod ? models::workloadOf(*kube::PodRef(pod)) : QString(), m_selected, !m_shown.isEmpty());
    if (isOther && pod && !pod->containers.isEmpty() && !isOfShown())
        m_bar->choose(pod->containers.constFirst().name);
    if (!pod && !isOfShown()) {
        m_text->clearLog();
        m_state = {};
        m_wish = {};
    }
    showStory();
    showState();
}

void LogView::setSelected(qsizetype count)
{
    m_selected = count;
    setPod(m_pod);
    if (count > 1)
        m_bar->choose(LogBar::Scope::Selected);
}

void LogView::setShown(const QString &pods)
{
    m_shown = pods;
    setPod(m_pod);
    if (!pods.isEmpty())
        m_bar->choose(LogBar::Scope::Shown);
    showStory();
    showState();
}

/** Then neither a selected pod nor its container is what the log is of. */
bool LogView::isOfShown() const
{
    return m_bar->scope() == LogBar::Scope::Shown;
}

void LogView::setStories(const QList<pull::Story> &stories)
{
    m_stories = stories;
    showStory();
    if (m_state.phase == command::LogState::Phase::Failed)
        showState();
}

command::LogWish LogView::wish() const
{
    command::LogWish wish = m_bar->wish();
    wish.pod = m_pod ? m_pod->meta.key : kube::Key();
    return wish;
}

QList<command::LogWish> LogView::wishes(const QList<kube::PodRef> &company) const
{
    QList<command::LogWish> all;
    const auto add = [&all, one = wish()](const kube::Key &pod, const kube::Container &container) {
        all << one;
        all.last().pod = pod;
        all.last().container = container.name;
    };
    if (m_pod && m_bar->scope() == LogBar::Scope::Pod)
        for (const kube::Container &container : m_pod->allContainers())
            add(m_pod->meta.key, container);
    else if (m_bar->scope() != LogBar::Scope::Container)
        for (const kube::PodRef &pod : company)
            add(pod->meta.key, pod->spec().containers.value(0));
    else if (const command::LogWish one = wish(); !one.container.isEmpty())
        all << one;
    return all;
}

void LogView::beginSeveral(const command::LogWish &wish)
{
    begin(wish);
    m_isSeveral = true;
}

void LogView::begin(const command::LogWish &wish, bool keep)
{
    m_wish = wish;
    m_isSeveral = false;
    m_left = 0;
    m_state = {};
    if (!keep)
        m_text->clearLog();
    showState();
}

void LogView::take(const command::LogPart &part, qsizetype left)
{
    m_state = part.state;
    m_left = left;
    if (!part.lines.isEmpty() || part.dropped > 0)
        m_text->append(part.lines, part.dropped);
    showState();
}

const pull::Story *LogView::story() const
{
    const auto it = std::ranges::find(m_stories, m_bar->container(), &pull::Story::container);
    return it == m_stories.end() ? nullptr : &*it;
}

kube::ContainerState LogView::containerNow() const
{
    if (!m_pod)
        return {};
    for (const kube::Container &container : m_pod->allContainers())
        if (const auto *status = m_pod->statusOf(container); container.name == m_bar->container() && status)
            return status->state;
    return {};
}

void LogView::showStory()
{
    const pull::Story *const now = m_pod && !isOfShown() ? story() : nullptr;
    m_storyGlyph->setVisible(now != nullptr);
    const QString whose = isOfShown() ? m_shown : QString();
    const QString text = report::visibleLine(now ? LogWords::ending(*now) : whose);
    m_storyLine->setText(m_storyLine->fontMetrics().elidedText(text, Qt::ElideRight, m_storyLine->width()));
    m_storyLine->setToolTip(models::toolTip(now ? LogWords::whole(*now) : whose));
    m_storyLine->setAccessibleName(isOfShown() ? tr("Whose logs are shown") : tr("Pull story of the container"));
    if (now)
        m_storyGlyph->setTone(toneOf(now->verdict));
}

QString LogView::stateLine() const
{
    QString state = m_isSeveral ? LogWords::stateOfSeveral(m_state, m_wish) : LogWords::state(m_state, m_wish);
    if (m_left > 0)
        state = tr("%1 · %n more log(s) not shown", nullptr, int(m_left)).arg(state);
    const bool hasLines = m_text->log().size() > 0;
    return hasLines ? tr("%1 · %2").arg(state, LogWords::count(m_text->log().size(), m_text->log().dropped())) : state;
}

void LogView::showState()
{
    const bool hasLines = m_text->log().size() > 0;
    const bool isSome = m_pod || isOfShown();
    const QString line = isSome ? report::visibleLine(stateLine()) : QString();
    m_stateLine->setText(m_stateLine->fontMetrics().elidedText(line, Qt::ElideRight, m_stateLine->width()));
    m_stateLine->setToolTip(models::toolTip(line));
    m_stateGlyph->setVisible(isSome);
    m_stateGlyph->setTone(LogWords::tone(m_state));
    for (QAction *action : {m_bar->copy, m_bar->save, m_bar->toEnd})
        action->setEnabled(hasLines);
    if (!isSome) {
        m_page->setTexts(style::Tone::Done, tr("No pod is selected"), {}, tr("Select a pod to read its logs."));
        m_page->setActions({});
    } else if (!hasLines) {
        const style::Trouble page = isOfShown() && m_state.phase != command::LogState::Phase::Failed
                                        ? LogWords::pageOfSeveral(m_wish)
                                        : LogWords::page(m_state, m_wish, containerNow(), story());
        m_page->setTexts(LogWords::tone(m_state), page.what, page.why, page.advice);
        m_page->setActions(m_state.phase == command::LogState::Phase::Failed ? tr("Retry") : QString());
    }
    m_stack->setCurrentWidget(hasLines ? static_cast<QWidget *>(m_text) : m_page);
}

void LogView::showFound()
{
    const models::LogSearch &found = m_text->found();
    const qsizetype all = qsizetype(found.hits().size());
    const qsizetype place = m_text->place();
    m_bar->next->setEnabled(all > 0);
    m_bar->before->setEnabled(all > 0);
    if (!found.pattern().isValid())
        m_bar->setFound(tr("Not a pattern: %1").arg(found.pattern().errorString()), true);
    else if (found.pattern().pattern().isEmpty())
        m_bar->setFound({}, false);
    else if (place > 0)
        m_bar->setFound(tr("%1 of %2").arg(place).arg(all), false);
    else
        m_bar->setFound(tr("%n line(s)", nullptr, int(all)), all == 0);
}

void LogView::copyLines()
{
    const QString selected = m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    QGuiApplication::clipboard()->setText(selected.isEmpty() ? m_text->toPlainText() : selected);
}

void LogView::chooseFile()
{
    const QString whose = isOfShown() ? m_shown : u"%1-%2"_s.arg(m_wish.pod.name, m_wish.container);
    const QString name = report::fileName(whose + u".log"_s);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save Log"), name, tr("All files (*)"));
    if (path.isEmpty())
        return;
    if (const auto saved = saveTo(path); !saved)
        QMessageBox::warning(this, tr("Save Log"), report::visible(saved.error().message));
}

kube::Result<void> LogView::saveTo(const QString &path) const
{
    const QByteArray bytes = m_text->log().bytes(m_text->showsTimes());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return kube::failure(kube::Error::Kind::File, file.errorString(), path);
    return {};
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showStory();
    showState();
}

}  // namespace views
