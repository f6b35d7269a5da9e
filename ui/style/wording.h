// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "mirror/state.h"
#include "style/palette.h"

#include <QCoreApplication>

#include <chrono>

namespace style {

/** How a thing stands, as all lists show it: shape, word and colour belong together. */
enum class Tone { Running, Pulling, Waiting, Failed, Unknown, Done };

[[nodiscard]] Role roleOf(Tone tone);
/** The tone of a pod's STATUS word as kubectl prints it: `Running`, `ErrImageNeverPull`, `Init:0/2`. */
[[nodiscard]] Tone toneOf(const QString &podStatus);
[[nodiscard]] Tone toneOf(mirror::State::Phase phase);

/** What, why and what to do of an error, ready to show. Text from a cluster is plain text, never markup. */
struct Trouble {
    QString what;
    QString why;
    QString advice;
};

/** The words of the connection and of errors in the user's language. */
class Wording {
    Q_DECLARE_TR_FUNCTIONS(style::Wording)

public:
    /** `Live`, `Loading 120 of 300`, `Stale since 10:02:10`, `Failed: not authorised`. */
    [[nodiscard]] static QString state(const mirror::State &state);
    /** One word or two: `Live`, `Connecting`. */
    [[nodiscard]] static QString phase(mirror::State::Phase phase);
    [[nodiscard]] static QString reason(kube::Error::Kind kind);
    [[nodiscard]] static Trouble trouble(const kube::Error &error);
    /** A fixed English word of the core (what a span is, the title of a statement); any other text as it is. */
    [[nodiscard]] static QString ofCore(const QString &english);
    /** Local `10:02:10`. */
    [[nodiscard]] static QString clock(kube::Timestamp at);
    /** Local date, time and zone, for hover. */
    [[nodiscard]] static QString exact(kube::Timestamp at);
};

}  // namespace style
