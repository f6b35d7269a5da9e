// SPDX-License-Identifier: Apache-2.0
#include "style/theme.h"

#include "style/cellstyle.h"
#include "style/palette.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QStyleHints>
#include <QSvgRenderer>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace style {

namespace {

QPixmap drawn(QByteArray svg, const QColor &ink, int size)
{
    svg.replace("#000001", ink.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

}  // namespace

void applyTheme(QApplication &app, Theme theme)
{
    const bool dark =
        theme == Theme::Dark || (theme == Theme::System && app.styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    if (!qobject_cast<CellStyle *>(app.style()))
        QApplication::setStyle(new CellStyle);  // the application owns it
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

QFont tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

QFont monospace(const QFont &font)
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setStyleHint(QFont::Monospace);
    if (font.pointSizeF() > 0)
        mono.setPointSizeF(font.pointSizeF());
    return mono;
}

QIcon icon(const QString &name, const QPalette &palette)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64}) {
        icon.addPixmap(drawn(svg, palette.color(QPalette::Active, QPalette::ButtonText), size));
        icon.addPixmap(drawn(svg, palette.color(QPalette::Disabled, QPalette::ButtonText), size), QIcon::Disabled);
    }
    return icon;
}

}  // namespace style
