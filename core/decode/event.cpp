// SPDX-License-Identifier: Apache-2.0
#include "decode/fields.h"

namespace decode {

namespace {

kube::ObjectReference reference(json::value value, Interner &intern)
{
    kube::ObjectReference r;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "kind")
            r.kind = intern(view(v));
        else if (key == "namespace")
            r.ns = intern(view(v));
        else if (key == "name")
            r.name = intern(view(v));
        else if (key == "uid")
            r.uid = intern(view(v));
        else if (key == "fieldPath")
            r.fieldPath = intern(view(v));
    });
    return r;
}

void source(kube::Event &event, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "component")
            event.component = intern(view(v));
        else if (key == "host")
            event.host = intern(view(v));
    });
}

void series(kube::Event &event, json::value value)
{
    event.hasSeries = !isNull(value);
    each(value, [&](std::string_view key, json::value v) {
        if (key == "count")
            event.seriesCount = int(number(v));
        else if (key == "lastObservedTime")
            event.seriesLast = time(v);
    });
}

/** When and how often. */
void occurrence(kube::Event &event, std::string_view key, json::value v)
{
    if (key == "firstTimestamp")
        event.firstTimestamp = time(v);
    else if (key == "lastTimestamp")
        event.lastTimestamp = time(v);
    else if (key == "eventTime")
        event.eventTime = time(v);
    else if (key == "count")
        event.count = int(number(v));
    else if (key == "series")
        series(event, v);
}

}  // namespace

void fill(kube::Event &event, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "metadata")
            event.meta = objectMeta(v, intern, nullptr, std::move(event.meta));
        else if (key == "kind")
            expectKind(v, "Event");
        else if (key == "involvedObject")
            event.involved = reference(v, intern);
        else if (key == "type")
            event.type = intern(view(v));
        else if (key == "reason")
            event.reason = intern(view(v));
        else if (key == "message")
            event.message = text(v);
        else if (key == "source")
            source(event, v, intern);
        else if (key == "reportingComponent")
            event.reportingController = intern(view(v));
        else if (key == "reportingInstance")
            event.reportingInstance = intern(view(v));
        else if (key == "action")
            event.action = intern(view(v));
        else
            occurrence(event, key, v);
    });
}

}  // namespace decode
