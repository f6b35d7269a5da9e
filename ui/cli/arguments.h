// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace cli {

/** What the command line asks for; flags as kubectl names them. */
struct Arguments {
    QString verb;  ///< get, describe, events, create, apply, replace, delete, diff, why, forecast, logs, mirror, yaml
    QStringList operands;  ///< `pods`, `web-0`
    QStringList files;     ///< -f, in order: files, folders, `-`
    QString kubeconfig;
    QString context;
    QString kubelet;         ///< --kubelet: a version, where there is no node to ask
    QString ns;              ///< -n; empty: the context's
    QString container;       ///< -c
    QString output;          ///< -o: empty, wide, name, json or yaml
    QString from;            ///< --from: a folder with a recording, or a file with objects, instead of a cluster
    QString now;             ///< --now: RFC 3339; empty: the recording's moment, else this machine's clock
    QString asOf;            ///< --as-of: whose texts, `v1.20`; empty: the server's tables, the newest kubectl's texts
    QString selector;        ///< -l
    QString fieldSelector;   ///< --field-selector
    QString sortBy;          ///< --sort-by
    QString types;           ///< --types, of events
    QString forWhat;         ///< --for: of events an object, `pod/web-0`; of mirror a time in Go's form, `1m30s`
    QString dryRun;          ///< --dry-run: empty, none or server
    QString schema;          ///< --schema, of yaml: `bundled`, `cluster`, or a file with an OpenAPI document
    QString since;           ///< --since, of logs: Go's form, `5m`
    QString sinceTime;       ///< --since-time, of logs: RFC 3339
    QString tail;            ///< --tail, of logs: a number of lines, -1 for all
    QString limitBytes;      ///< --limit-bytes, of logs
    QString maxLogRequests;  ///< --max-log-requests, of logs
    QString podRunningTimeout;  ///< --pod-running-timeout, of logs: Go's form, `20s`
    QString dump;               ///< --dump: the file that the mirror is written to
    QString resources;          ///< --resource: `pods,events,nodes,namespaces` or some of them
    QStringList labelColumns;   ///< -L
    bool recursive = false;     ///< -R: -f also takes the folders in a folder
    bool showLabels = false;
    bool showKind = false;
    bool showManagedFields = false;
    bool split = false;              ///< --split, of yaml: only where documents begin and end
    bool notes = false;              ///< --notes, of yaml: also where a scalar is seen otherwise than it looks
    bool coverage = false;           ///< --coverage, of events: the period that they tell of, on standard error
    bool headers = true;             ///< no --no-headers
    std::optional<bool> showEvents;  ///< --show-events, of describe
    bool follow = false;             ///< -f, of logs
    bool previous = false;           ///< -p, of logs
    bool timestamps = false;         ///< --timestamps, of logs
    bool serverSide = false;         ///< --server-side, of apply and diff, which are nothing else
    bool forceConflicts = false;     ///< --force-conflicts, of apply and diff
    bool allContainers = false;      ///< --all-containers, of logs
    bool allPods = false;            ///< --all-pods, of logs
    bool prefix = false;             ///< --prefix, of logs
    bool ignoreErrors = false;       ///< --ignore-errors, of logs
    bool allNamespaces = false;
    bool help = false;
};

/** Reads the command line without the program's name; the error is one sentence for people. */
[[nodiscard]] std::expected<Arguments, QString> parseArguments(QStringList words);

/** What `gantryctl --help` prints. */
[[nodiscard]] QString usage();

}  // namespace cli
