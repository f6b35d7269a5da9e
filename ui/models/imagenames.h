// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/image/imagereference.h"

#include <QHash>

namespace models {

/** Image references read once for each text: the same few names come again for every pod, node and event. */
class ImageNames {
public:
    /** Valid until the next call. */
    [[nodiscard]] const pull::ImageReference &of(const QString &raw)
    {
        const auto known = m_known.constFind(raw);
        if (known != m_known.cend())
            return *known;
        if (m_known.size() >= Most)
            m_known.clear();
        return *m_known.insert(raw, pull::parseImageReference(raw, {}));
    }
    /** How one image is called whoever writes it; the text itself where it is no reference. */
    [[nodiscard]] QString normalized(const QString &raw)
    {
        const pull::ImageReference &ref = of(raw);
        return ref.isValid() ? ref.normalized() : raw;
    }

private:
    static constexpr qsizetype Most = 100'000;
    QHash<QString, pull::ImageReference> m_known;
};

}  // namespace models
