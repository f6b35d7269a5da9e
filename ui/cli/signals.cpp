// SPDX-License-Identifier: Apache-2.0
#include "cli/signals.h"

#include <array>
#include <atomic>
#include <csignal>
#include <unistd.h>

namespace cli {

namespace {

constexpr std::array Caught = {SIGINT, SIGTERM, SIGUSR1};

/** A signal handler has no object: this is where it writes. */
std::atomic<int> g_pipe = -1;

void note(int number)
{
    const auto byte = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = ::write(g_pipe, &byte, 1);
    if (number != SIGUSR1)
        ::signal(number, SIG_DFL);
}

}  // namespace

Signals::Signals(QObject *parent) : QObject(parent)
{
    if (::pipe(m_ends) != 0)
        return;
    g_pipe = m_ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Signals::read);
    for (const int number : Caught)
        ::signal(number, note);
}

Signals::~Signals()
{
    for (const int number : Caught)
        ::signal(number, SIG_DFL);
    g_pipe = -1;
    for (const int end : m_ends) {
        if (end >= 0)
            ::close(end);
    }
}

void Signals::read()
{
    char number = 0;
    if (::read(m_ends[0], &number, 1) != 1)
        return;
    if (number == SIGUSR1)
        Q_EMIT poked();
    else
        Q_EMIT ended();
}

}  // namespace cli
