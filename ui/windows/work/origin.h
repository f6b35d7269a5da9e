// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"
#include "windows/desks/place.h"

#include <QByteArray>
#include <QJsonObject>

namespace windows {

/**
 * The object of a cluster that a text began as: what a merge starts from, and what the text leaves out and a write may
 * need (version, uid, values of a Secret).
 */
struct Origin {
    Place place;
    QJsonObject live;        ///< whole, as it was read last
    QString text;            ///< what of it was put into the editor
    QString path = {};       ///< its path on the server
    bool isPartial = false;  ///< of a Secret, after a crash: `live` has none of its values

    /** The object as a text to work on; nothing where the bytes are no object. */
    [[nodiscard]] static std::optional<Origin> of(const Place &place, const QByteArray &json);
    /** What is kept over a crash, without any value of a Secret; and the origin that comes of it, with its text. */
    [[nodiscard]] QJsonObject keepsake() const;
    [[nodiscard]] static std::optional<Origin> resumed(const QJsonObject &keepsake, const QString &text);
    /** The same object as it is now. */
    [[nodiscard]] Origin renewed(const QByteArray &json) const;
    [[nodiscard]] QString uid() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] kube::Key key() const;
    /** Whether a document is about this object; `defaultNamespace` is where it goes if it names none. */
    [[nodiscard]] bool isOf(const QJsonObject &document, const QString &defaultNamespace) const;
};

}  // namespace windows
