// SPDX-License-Identifier: Apache-2.0
#include "windows/stateline.h"

#include "models/plaintext.h"
#include "report/plaintext.h"
#include "views/table/podtable.h"
#include "windows/desks/desk.h"

#include <QLabel>
#include <QSet>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace windows {

StateLine::StateLine(QStatusBar *bar)
    : QObject(bar), m_counts(new QLabel(bar)), m_asOf(new QLabel(bar)), m_server(new QLabel(bar))
{
    for (QLabel *label : {m_counts, m_asOf, m_server})
        label->setTextFormat(Qt::PlainText);
    bar->addWidget(m_counts);
    bar->addWidget(m_asOf);
    bar->addPermanentWidget(m_server);
    bar->setSizeGripEnabled(false);
}

void StateLine::show(Desk *desk)
{
    if (!desk) {
        for (QLabel *label : {m_counts, m_asOf, m_server})
            label->clear();
        return;
    }
    const models::PodModel &pods = desk->podModel();
    const models::PodFilter &filter = desk->pods().filter();
    const int shown = filter.rowCount();
    const bool isWhole = shown == pods.rowCount();
    QSet<QString> bad;
    int problems = 0;
    for (const auto &[status, count] : pods.statusCounts().asKeyValueRange())
        if (style::toneOf(status) == style::Tone::Failed) {
            bad.insert(status);
            problems += count;
        }
    if (!isWhole && problems > 0) {
        problems = 0;
        for (int row = 0; row < shown; ++row)
            problems += bad.contains(pods.summary(filter.sourceRow(row)).status) ? 1 : 0;
    }
    const style::Truth truth = desk->truth(mirror::Kind::Pods);
    const bool isLive = truth.state.phase == mirror::State::Phase::Live;
    QString counts =
        isWhole ? tr("%Ln pod(s)", nullptr, shown) : tr("%L1 of %Ln pod(s)", nullptr, pods.rowCount()).arg(shown);
    if (problems > 0)
        counts += u"  ·  "_s + tr("%Ln with a problem", nullptr, problems);
    // None is a number only where somebody has counted.
    m_counts->setText(isLive || pods.rowCount() > 0 ? u" "_s + counts : QString());

    const QString asOf = style::StateWords::asOf(truth.state, truth.now);
    m_asOf->setText(asOf.isEmpty() ? QString() : u"·  "_s + asOf);
    m_asOf->setForegroundRole(isLive ? QPalette::WindowText : QPalette::PlaceholderText);
    m_asOf->setToolTip(
        models::toolTip(asOf.isEmpty() ? QString() : style::Wording::exact(isLive ? truth.now : truth.state.asOf)));
    const QString version = desk->snapshot().serverVersion();
    m_server->setText(version.isEmpty() ? QString() : tr("Kubernetes %1 ").arg(report::visibleLine(version)));
}

}  // namespace windows
