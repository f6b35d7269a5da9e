// SPDX-License-Identifier: Apache-2.0
#include "views/switcher/safetybadge.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"

#include <QHostAddress>

namespace views {

SafetyBadge::SafetyBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

QString SafetyBadge::dangerOf(const config::Connection &connection)
{
    const QString host = connection.server.host();
    if (connection.server.scheme() == QLatin1StringView("https"))
        return connection.insecure ? tr("Insecure TLS") : QString();
    const bool isHere = host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
    return isHere || host.isEmpty() ? QString() : tr("No TLS");
}

void SafetyBadge::setDanger(const QString &text, const QString &tip)
{
    m_text = text;
    setToolTip(models::toolTip(tip));
    setAccessibleName(text);
    setAccessibleDescription(tip);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize SafetyBadge::sizeHint() const
{
    return delegates::chipSize(m_text, fontMetrics());
}

void SafetyBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    delegates::paintChip(painter, rect(), style::Tone::Failed, m_text, palette());
}

}  // namespace views
