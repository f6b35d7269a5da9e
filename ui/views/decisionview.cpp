// SPDX-License-Identifier: Apache-2.0
#include "views/decisionview.h"

#include "report/plaintext.h"
#include "style/palette.h"
#include "views/backoffclock.h"
#include "views/failurecard.h"
#include "views/proselabel.h"
#include "views/steprow.h"
#include "views/storywords.h"
#include "views/trail/ownertrail.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedLayout>

#include <algorithm>

namespace views {

namespace {

constexpr int Edge = 16;

}  // namespace

DecisionView::DecisionView(QWidget *parent) : QWidget(parent), m_pages(new QStackedLayout(this))
{
    setAccessibleName(tr("Pull decision"));
    setAccessibleDescription(tr("Why the container starts, waits or refuses to start, in five steps"));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Edge, 0, Edge, Edge);
    column->setSpacing(0);
    m_failure = new FailureCard(content);
    m_backOff = new BackOffClock(content);
    m_rail = new QVBoxLayout;
    m_rail->setSpacing(0);
    column->addWidget(m_failure);
    column->addSpacing(12);
    column->addWidget(m_backOff);
    column->addLayout(m_rail);
    column->addStretch(1);

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    content->setBackgroundRole(QPalette::Base);
    content->setForegroundRole(QPalette::Text);

    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_trail = new OwnerTrail(page);
    whole->addWidget(m_trail);
    whole->addWidget(makeHeader());
    whole->addWidget(m_scroll, 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(page);
}

DecisionView::~DecisionView() = default;

QWidget *DecisionView::makeHeader()
{
    auto *header = new QWidget;
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(Edge, 12, Edge, 12);
    column->setSpacing(8);
    m_title = new ProseLabel(header);
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_copy = new QPushButton(tr("Copy explanation"), header);
    m_copy->setToolTip(tr("Copies the whole story as text"));
    m_copy->setAutoDefault(false);
    auto *menu = new QMenu(m_copy);
    menu->addAction(tr("As Text"), this, &DecisionView::copyExplanation);
    menu->addAction(tr("As Markdown"), this, [this] {
        if (const pull::Story *shown = story())
            QGuiApplication::clipboard()->setText(report::visible(pull::toMarkdown(*shown)));
    });
    m_copy->setMenu(menu);
    m_containers = new QComboBox(header);
    m_containers->setAccessibleName(tr("Container"));
    m_containers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_containers->setMinimumContentsLength(8);
    connect(m_containers, &QComboBox::activated, this, [this] {
        showStory();
        m_scroll->verticalScrollBar()->setValue(0);
        Q_EMIT containerChosen(container());
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_containers, 1);
    row->addStretch(0);
    row->addWidget(m_copy);
    column->addWidget(m_title);
    column->addLayout(row);
    return header;
}

QWidget *DecisionView::makeEmpty()
{
    auto *empty = new QWidget;
    empty->setAutoFillBackground(true);
    empty->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(2 * Edge, 2 * Edge, 2 * Edge, 2 * Edge);
    column->setSpacing(8);
    auto *title = new ProseLabel(empty);
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setText(tr("Select a pod"));
    auto *text = new ProseLabel(empty, ProseLabel::Tone::Muted);
    text->setText(tr("Here stands why its containers start, wait or refuse to start: the image, the policy and where "
                     "it comes from, what the node has, what the kubelet must do, and what it did."));
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text);
    column->addStretch(3);
    return empty;
}

void DecisionView::setStories(const QList<pull::Story> &stories, const QString &podName)
{
    const bool samePod = podName == m_pod;
    const QString chosen = samePod ? container() : QString();
    m_stories = stories;
    m_pod = podName;
    m_title->setText(podName);
    fillContainers();
    if (const int index = m_containers->findData(chosen); index >= 0 && !chosen.isEmpty())
        m_containers->setCurrentIndex(index);
    if (!samePod)
        m_scroll->verticalScrollBar()->setValue(0);
    showStory();
}

void DecisionView::fillContainers()
{
    const QSignalBlocker quiet(m_containers);
    QStringList names;
    for (const pull::Story &one : std::as_const(m_stories))
        names << report::visibleLine(StoryWords::container(one));
    bool same = names.size() == m_containers->count();
    for (int i = 0; same && i < m_containers->count(); ++i)
        same = m_containers->itemText(i) == names.at(i);
    if (!same) {
        m_containers->clear();
        for (const pull::Story &one : std::as_const(m_stories))
            m_containers->addItem(report::visibleLine(StoryWords::container(one)), one.container);
    }
    // Of several containers the first that is in trouble is the one that is asked about.
    const auto trouble = [](const pull::Story &one) {
        return one.verdict == pull::Verdict::Failed || one.verdict == pull::Verdict::Waiting;
    };
    const auto first = std::ranges::find_if(m_stories, trouble);
    m_containers->setCurrentIndex(first == m_stories.end() ? (m_stories.isEmpty() ? -1 : 0)
                                                           : static_cast<int>(std::distance(m_stories.begin(), first)));
    m_containers->setVisible(m_stories.size() > 1);
}

void DecisionView::setContainer(const QString &name)
{
    const int index = m_containers->findData(name);
    if (index < 0 || index == m_containers->currentIndex())
        return;
    m_containers->setCurrentIndex(index);
    showStory();
}

QString DecisionView::container() const
{
    return m_containers->currentData().toString();
}

const pull::Story *DecisionView::story() const
{
    const int index = m_containers->currentIndex();
    return index >= 0 && index < m_stories.size() ? &m_stories.at(index) : nullptr;
}

void DecisionView::showStory()
{
    const pull::Story *shown = story();
    m_pages->setCurrentIndex(shown ? 1 : 0);
    if (!shown)
        return;
    m_failure->setStory(*shown);
    m_backOff->setWindow(shown->nextTryFrom, shown->nextTryUntil);
    const qsizetype count = shown->statements.size();
    while (m_steps.size() < count) {
        auto *row = new StepRow(m_scroll->widget());
        connect(row, &StepRow::eventRequested, this, &DecisionView::eventRequested);
        m_rail->addWidget(row);
        m_steps.append(row);
    }
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        m_steps.at(i)->setVisible(i < count);
        if (i >= count)
            continue;
        const bool leads = i == 0 || shown->statements.at(i).step != shown->statements.at(i - 1).step;
        m_steps.at(i)->setStatement(shown->statements.at(i), {i == 0, i == count - 1, leads});
    }
}

void DecisionView::setClock(std::function<kube::Timestamp()> clock)
{
    m_backOff->setClock(std::move(clock));
}

QString DecisionView::explanation() const
{
    const pull::Story *shown = story();
    return shown ? report::visible(pull::toText(*shown)) : QString();
}

void DecisionView::copyExplanation()
{
    if (const QString text = explanation(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

}  // namespace views
