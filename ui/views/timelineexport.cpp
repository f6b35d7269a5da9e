// SPDX-License-Identifier: Apache-2.0
#include "views/timelineexport.h"

#include <QBuffer>
#include <QImage>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Scale = 2;

QByteArray svgOf(const TimelinePicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.area.size());
    generator.setViewBox(QRect(QPoint(0, 0), picture.area.size()));
    generator.setTitle(QCoreApplication::translate("views::TimelineView", "Timeline"));
    QPainter painter(&generator);
    picture.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pngOf(const TimelinePicture &picture)
{
    QImage image(picture.area.size() * Scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(Scale);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

}  // namespace

kube::Result<void> exportTimeline(const TimelinePicture &picture, const QString &path)
{
    const TimelinePicture whole = picture.whole(MostExportedRows);
    const QByteArray bytes = path.endsWith(".svg"_L1, Qt::CaseInsensitive) ? svgOf(whole) : pngOf(whole);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return kube::failure(kube::Error::Kind::File, file.errorString(), path);
    return {};
}

}  // namespace views
