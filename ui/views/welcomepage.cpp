// SPDX-License-Identifier: Apache-2.0
#include "views/welcomepage.h"

#include "report/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"

#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QLabel *paragraph(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_text(paragraph(this)), m_problems(paragraph(this)), m_practice(new QPushButton(this)),
      m_open(new QPushButton(this)), m_retry(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *picture = new QLabel(this);
    picture->setPixmap(QIcon(u":/icons/gantry.svg"_s).pixmap(72, 72));
    picture->setFixedSize(72, 72);
    auto *title = paragraph(this);
    title->setText(tr("Welcome to Gantry"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setBold(true);
    title->setFont(large);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problems->setFont(style::monospace(font()));
    m_problems->setMargin(12);
    m_problems->setAutoFillBackground(true);
    m_practice->setText(tr("Start the Practice Cluster"));
    m_practice->setDefault(true);
    m_open->setText(tr("Open a Kubeconfig…"));
    m_retry->setText(tr("Look Again"));

    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(picture);
    column->addWidget(title);
    column->addWidget(m_text);
    column->addWidget(m_problems);
    column->addSpacing(8);
    column->addWidget(makeChoice(m_practice, tr("A small Kubernetes inside Gantry, with two nodes and a registry. It "
                                                "needs no network and touches nothing.")));
    column->addWidget(makeChoice(m_open, tr("Connects to the clusters that the file names.")));
    column->addWidget(makeChoice(m_retry, tr("Reads $KUBECONFIG and ~/.kube/config once more.")));
    auto *card = new QWidget(this);
    card->setLayout(column);
    card->setFixedWidth(620);
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(card, 0, Qt::AlignHCenter);
    page->addStretch(3);
    connect(m_practice, &QPushButton::clicked, this, &WelcomePage::practiceRequested);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(m_retry, &QPushButton::clicked, this, &WelcomePage::retryRequested);
    setProblems({});
}

QWidget *WelcomePage::makeChoice(QPushButton *button, const QString &text)
{
    button->setMinimumSize(230, 32);
    button->setAccessibleDescription(text);
    auto *label = paragraph(this);
    label->setText(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *choice = new QWidget(this);
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(button);
    row->addWidget(label, 1);
    return choice;
}

void WelcomePage::setProblems(const QList<kube::Error> &problems)
{
    m_text->setText(problems.isEmpty()
                        ? tr("Gantry shows why a container starts, waits or refuses to start, and what its image pull "
                             "will do. It found no kubeconfig, so it does not know of a cluster yet.")
                        : tr("Gantry shows why a container starts, waits or refuses to start, and what its image pull "
                             "will do. Your kubeconfig cannot be used:"));
    QStringList lines;
    for (const kube::Error &problem : problems)
        lines.append(problem.where.isEmpty() ? problem.message : problem.where + u": "_s + problem.message);
    m_problems->setText(report::visible(lines.join(u'\n')));
    m_problems->setVisible(!lines.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::Window, style::color(style::Role::FailedSurface, palette()));
    m_problems->setPalette(colours);
}

}  // namespace views
