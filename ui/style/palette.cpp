// SPDX-License-Identifier: Apache-2.0
#include "style/palette.h"

#include <cmath>

namespace style {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr Pair pairOf(Role role)
{
    switch (role) {
    case Role::Running: return {0xff00765a, 0xff35c79a};
    case Role::Pulling: return {0xff0069a6, 0xff5cb8f2};
    case Role::Waiting: return {0xff8a5a00, 0xffe8ab2e};
    case Role::Failed: return {0xffb83d00, 0xffff8a52};
    case Role::Unknown: return {0xff626a73, 0xffa3abb5};
    case Role::ScheduledWait: return {0xff636b74, 0xff98a1ab};
    case Role::Queue: return {0xff27729f, 0xff7cc4f0};
    case Role::Create: return {0xff8d4580, 0xffdd97c4};
    case Role::BackOff: return {0xff8f5f00, 0xffe0a020};
    case Role::Gap: return {0xff666e77, 0xff949da7};
    case Role::Accent: return {0xff1f5fbf, 0xff7aaeff};
    case Role::MutedText: return {0xff5c646d, 0xffa0a8b2};
    case Role::Grid: return {0xffe1e4e8, 0xff363b42};
    case Role::Warning: return {0xff8a5a00, 0xffe8ab2e};
    case Role::SelectionFrame: return {0xff1f5fbf, 0xff7aaeff};
    case Role::Surface: return {0xffffffff, 0xff262a30};
    case Role::FailedSurface: return {0xfffdeee6, 0xff3a271e};
    case Role::WarningSurface: return {0xfffdf4e0, 0xff362d1a};
    case Role::CurrentLine: return {0xfff2f5f9, 0xff242930};
    case Role::Changed: return {0xffdceafb, 0xff2a3d57};
    case Role::OnColor: return {0xffffffff, 0xff14171a};
    }
    return {0xff000000, 0xffffffff};
}

double luminance(const QColor &c)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

struct Ground {
    QRgb window, base, alternate, text, muted, button, highlight, highlightedText, link, mid, toolTip, disabled;
};

QPalette paletteOf(const Ground &g)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, QRgb rgb) { p.setColor(role, QColor::fromRgb(rgb)); };
    set(QPalette::Window, g.window);
    set(QPalette::WindowText, g.text);
    set(QPalette::Base, g.base);
    set(QPalette::AlternateBase, g.alternate);
    set(QPalette::Text, g.text);
    set(QPalette::PlaceholderText, g.muted);
    set(QPalette::Button, g.button);
    set(QPalette::ButtonText, g.text);
    set(QPalette::BrightText, g.text);
    set(QPalette::ToolTipBase, g.toolTip);
    set(QPalette::ToolTipText, g.text);
    set(QPalette::Highlight, g.highlight);
    set(QPalette::HighlightedText, g.highlightedText);
    set(QPalette::Accent, g.link);
    set(QPalette::Link, g.link);
    set(QPalette::LinkVisited, g.link);
    set(QPalette::Light, QColor::fromRgb(g.button).lighter(110).rgb());
    set(QPalette::Midlight, QColor::fromRgb(g.button).lighter(104).rgb());
    set(QPalette::Mid, g.mid);
    set(QPalette::Dark, QColor::fromRgb(g.mid).darker(115).rgb());
    set(QPalette::Shadow, QColor::fromRgb(g.mid).darker(140).rgb());
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, QColor::fromRgb(g.disabled));
    p.setColor(QPalette::Inactive, QPalette::Highlight, QColor::fromRgb(g.highlight));
    return p;
}

}  // namespace

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

QColor color(Role role, const QPalette &palette)
{
    const Pair pair = pairOf(role);
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return std::max(one, two) / std::min(one, two);
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff4f5f7,
                      .base = 0xffffffff,
                      .alternate = 0xfff8f9fb,
                      .text = 0xff1b1f24,
                      .muted = 0xff5f6770,
                      .button = 0xfff4f5f7,
                      .highlight = 0xffd3e4fb,
                      .highlightedText = 0xff101418,
                      .link = 0xff1f5fbf,
                      .mid = 0xffc9ced5,
                      .toolTip = 0xffffffff,
                      .disabled = 0xff8f969e});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff1d2025,
                      .base = 0xff16191d,
                      .alternate = 0xff1a1d22,
                      .text = 0xffe4e7eb,
                      .muted = 0xff959da7,
                      .button = 0xff262a30,
                      .highlight = 0xff25446e,
                      .highlightedText = 0xfff5f8fc,
                      .link = 0xff7aaeff,
                      .mid = 0xff3d434b,
                      .toolTip = 0xff2a2f36,
                      .disabled = 0xff6d757e});
}

}  // namespace style
