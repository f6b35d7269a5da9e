// SPDX-License-Identifier: Apache-2.0
#include "views/sending/reviewrow.h"

#include "command/change/conflict.h"
#include "report/plaintext.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using manifest::objectOf;

namespace views {

ReviewRow::ReviewRow(const command::Document &document, const command::Outcome &told, bool moved, command::Verb verb)
    : outcome(told), isMoved(moved)
{
    const QJsonObject sent = objectOf(document.json);
    const QJsonObject before = objectOf(told.before);
    const QJsonObject after = objectOf(told.after);
    const QJsonObject meta = sent.value("metadata"_L1).toObject();
    const QString name = meta.value("name"_L1).toString(meta.value("generateName"_L1).toString());
    object = report::spelled(sent.value("kind"_L1).toString().toLower() + u'/' + name);
    source = report::visibleLine(document.source);
    if (!told.key.ns.isEmpty())
        object = tr("%1 in %2").arg(object, report::spelled(told.key.ns));
    if (told.skip == command::Skip::NeedsEarlier) {
        state = State::Untried;
        sides = manifest::sidesOf({}, sent, sent);
    } else if (told.error && command::isConflict(*told.error)) {
        state = State::Conflict;
        remedy = Remedy::Conflicts;
        if (!after.isEmpty())  // what taking everything over would do
            sides = manifest::sidesOf(before, after, sent);
    } else if (told.error) {
        const bool isStale = verb == command::Verb::Replace && told.error->kind == kube::Error::Kind::Conflict;
        state = isStale ? State::Moved : State::Refused;
        if (verb != command::Verb::Apply)  // what an apply would make of the text only the server knows
            sides = manifest::sidesOf(before, sent, sent);
    } else {
        state = !told.wasRead && verb != command::Verb::Create ? State::Unread
                : before.isEmpty()                             ? State::New
                : manifest::sameContent(before, after)         ? State::Unchanged
                                                               : State::Changes;
        sides = manifest::sidesOf(before, after, sent);
    }
    if (isMoved && remedy == Remedy::None)
        remedy = Remedy::Merge;
}

style::Tone ReviewRow::tone() const
{
    switch (state) {
    case State::New: return style::Tone::Running;
    case State::Changes: return style::Tone::Pulling;
    case State::Unchanged: return style::Tone::Done;
    case State::Conflict:
    case State::Moved: return style::Tone::Waiting;
    case State::Unread:
    case State::Untried: return style::Tone::Unknown;
    case State::Refused: break;
    }
    return style::Tone::Failed;
}

QString ReviewRow::words() const
{
    switch (state) {
    case State::New: return tr("new");
    case State::Changes: return isMoved ? tr("changes; changed in the cluster too") : tr("changes");
    case State::Unchanged: return tr("unchanged");
    case State::Conflict: return tr("%n conflict(s)", nullptr, int(command::conflictsOf(outcome, {}).size()));
    case State::Moved: return tr("changed in the cluster meanwhile");
    case State::Unread: return tr("passes; what is there now may not be read");
    case State::Untried: return tr("not tried: needs what comes before it");
    case State::Refused: break;
    }
    return tr("refused");
}

}  // namespace views
