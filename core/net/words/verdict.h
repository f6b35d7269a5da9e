// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "net/request.h"

#include <QUrl>

#include <optional>

namespace net {

/**
 * What speaks against an answer being the API server's: a redirect (none is followed, so that no credentials follow
 * it), HTML where JSON was asked for, an answer to a read that is empty. All are of kind Protocol; a captive portal is
 * named as what it may be. Error statuses are the caller's to read.
 */
[[nodiscard]] std::optional<kube::Error> objection(const Request &request, const Reply &reply, const QUrl &server);
/** The part of it that the head alone tells. */
[[nodiscard]] std::optional<kube::Error> objectionToHead(const Request &request, const Reply &head, const QUrl &server);

/**
 * Where a redirect of an OpenAPI document to its right hash leads, on the same server and to the same document; the
 * only redirect that is followed. Source: kube-openapi handler3.
 */
[[nodiscard]] std::optional<Request> hashRedirect(const Request &request, const Reply &reply, const QUrl &server);

}  // namespace net
