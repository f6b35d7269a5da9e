// SPDX-License-Identifier: Apache-2.0
#include "views/trail/ownertrail.h"

#include "models/plaintext.h"
#include "models/workload.h"
#include "report/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Edge = 12;
constexpr int Padding = 12;  ///< of a flat button, both sides together

}  // namespace

OwnerTrail::OwnerTrail(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(Edge, 4, Edge, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Owners of the pod"));
    hide();
}

QList<OwnerTrail::Step> OwnerTrail::stepsTo(const kube::PodRef &pod)
{
    QList<Step> steps;
    if (!pod)
        return steps;
    const QString workload = models::workloadOf(*pod);
    const auto &owners = pod->family().owners;
    const auto maker = std::ranges::find_if(owners, &kube::OwnerReference::controller);
    if (!workload.isEmpty())
        steps << Step{workload.section(u'/', 0, 0), workload.section(u'/', 1)};
    if (maker != owners.end() && workload != maker->kind + u'/' + maker->name)
        steps << Step{maker->kind, maker->name};
    steps << Step{u"Pod"_s, pod->meta.key.name};
    return steps;
}

void OwnerTrail::setSteps(const QList<Step> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    for (QWidget *widget : std::as_const(m_rest))
        delete widget;
    for (QToolButton *button : std::as_const(m_buttons))
        delete button;
    m_rest.clear();
    m_buttons.clear();
    while (QLayoutItem *item = m_row->takeAt(0))
        delete item;
    setVisible(steps.size() > 1);
    if (steps.size() < 2)
        return;
    const auto addText = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_row->addWidget(label);
        m_rest << label;
    };
    for (qsizetype i = 0; i + 1 < steps.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(label(i));
        button->setAccessibleDescription(tr("Goes to this object"));
        button->setToolTip(models::toolTip(tr("%1: go to it among the objects").arg(label(i))));
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, i] {
            const Step step = m_steps.at(i);
            Q_EMIT chosen(step.kind, step.name);
        });
        m_row->addWidget(button);
        m_buttons << button;
        addText(u" › "_s);
    }
    addText(report::visibleLine(steps.constLast().kind));
    m_row->addStretch(1);
    fit();
}

QString OwnerTrail::label(qsizetype step) const
{
    return report::visibleLine(m_steps.at(step).kind + u' ' + m_steps.at(step).name);
}

QString OwnerTrail::text() const
{
    QStringList parts;
    for (qsizetype i = 0; i + 1 < m_steps.size(); ++i)
        parts << label(i);
    return parts.isEmpty() ? QString()
                           : parts.join(u" › "_s) + u" › "_s + report::visibleLine(m_steps.constLast().kind);
}

/** What is too long for its part of the line gives way; what others do not need is shared. */
void OwnerTrail::fit()
{
    int room = width() - 2 * Edge;
    for (const QWidget *widget : std::as_const(m_rest))
        room -= widget->sizeHint().width();
    QList<std::pair<int, qsizetype>> wishes;  // the most modest first
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        wishes.emplaceBack(m_buttons.at(i)->fontMetrics().horizontalAdvance(label(i)) + Padding, i);
    std::ranges::sort(wishes);
    for (qsizetype taken = 0; taken < wishes.size(); ++taken) {
        const auto [wish, i] = wishes.at(taken);
        const int given = std::min(wish, std::max(room / int(wishes.size() - taken), 24 + Padding));
        const QString shown =
            given == wish ? label(i)
                          : m_buttons.at(i)->fontMetrics().elidedText(label(i), Qt::ElideMiddle, given - Padding);
        m_buttons.at(i)->setText(models::actionText(shown));
        room -= given;
    }
}

void OwnerTrail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool OwnerTrail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const qsizetype at = m_buttons.indexOf(watched);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_buttons.at(at)->click();
        return true;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::eventFilter(watched, event);
    m_buttons.at(std::clamp<qsizetype>(at + (key == Qt::Key_Left ? -1 : 1), 0, m_buttons.size() - 1))
        ->setFocus(Qt::TabFocusReason);
    return true;
}

}  // namespace views
