// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

#include <QStringList>

#include <functional>

namespace manifest {

/** A change of a text that touches only what it must: `length` characters from a place give way to a text. */
struct Edit {
    Place at;
    int length = 0;
    QString text;
    bool operator==(const Edit &) const = default;
};

/** An image that a document names. */
struct ImagePlace {
    QString field;      ///< `spec.containers[0]`; of an image volume `spec.volumes[0].image`
    QString container;  ///< its name; of an image volume the volume's
    QString image;
    QString policy;  ///< as written; empty: it is not
    Place imageAt;   ///< of the key `image`
    Place policyAt;  ///< of the key `imagePullPolicy`; line 0: it is not written
    bool isInit = false;
    bool isVolume = false;
};
/** The images of a document that makes pods, in the order of the text; those of lists under `initContainers` too. */
[[nodiscard]] QList<ImagePlace> imagesOf(const Document &document);

/** The image with this digest, and the tag that it has: `nginx:1.27@sha256:…`. */
[[nodiscard]] QString pinned(const QString &image, const QString &digest);

/** `line` is the text of the line that the key stands in. */
[[nodiscard]] std::optional<Edit> setImage(const ImagePlace &image, const QString &line, const QString &value);
/** The policy written out: in the place of another one, or in a line of its own under the image. */
[[nodiscard]] std::optional<Edit> setPolicy(const ImagePlace &image, const QString &line, const QString &policy);
/**
 * A reference to a pull secret before the containers, or one more where there are some. `lineAt` gives a line by its
 * number from 1. Nothing where it is there already, or where the text has the form of JSON.
 */
[[nodiscard]] std::optional<Edit> addPullSecret(const Document &document, const ImagePlace &image, const QString &name,
                                                const std::function<QString(int)> &lineAt);

}  // namespace manifest
