#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Records how kubectl reads YAML: makes documents from a seed, lets a local `kubectl label` (no cluster) read and print
them, and writes one JSON line for each to tests/data/manifest/truth.jsonl:
    [text, [JSON of each object, compact], true where kubectl refused the text]
What kubectl refuses for another reason than its YAML is left out. Usage: record.py KUBECTL OUT [SEED] [COUNT]
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

WORDS = """y Y yes Yes YES yEs on On ON oN true True TRUE tRue n N no No NO nO off Off OFF oFF false False FALSE fAlse
~ null Null NULL nULL .inf .Inf .INF +.inf -.inf -.Inf +.INF .nan .NaN .NAN inf -inf nan NaN Infinity -Infinity
0 -0 +0 00 007 0755 -0755 +0755 08 09 0888 -08 0o755 0O755 0o8 0o -0o7 0x10 0X1F 0xg 0x -0x10 +0x10 0b11 0B11 0b2 0b -0b11
1_000 1__0 _1 1_ 0x_1f 0b1_1 0_7 1_0.5 1._5 -_1 +_1 1e3 1E3 1e+3 1e-3 1.e2 .5e1 1e 1e+ e1 1.5e1_0 1e400 -1e400 1e-400 1e21 1e20
123456789012345680000 1e22 1e-6 1e-7 0.000001 0.0000001 0.1 .1 -.1 +.1 1. -1. +1. 1.0 1.50 1.20 100.0 1.10 -0.0 +0.0 0.0 . .. ... -. +. + - --
9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 18446744073709551615
18446744073709551616 +9223372036854775808 0xffffffffffffffff 0x10000000000000000 -0x8000000000000000 01777777777777777777777
123456789012345678901234567890 3.141592653589793238462643 2.2250738585072014e-308 4.9e-324 1.7976931348623157e308 1.8e308
12:30 190:20:30 22:22 1:2 -1:30 12:30:45.5 0:0 1.2.3 v1 100m 1Gi = << 1,000 1e3Mi 0.5.1 1-2 +1-2
2001-12-14 2001-1-1 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z 2001-12-14 2001-13-45 20011214 2001-12 2001-12-14T21:59:43
@x %x !x &x *x `x` ,x ]x }x #x |x >x ?x :x -x a:b a::b a#b a,b http://x.y:80/z?a=b&c=d a'b a"b it's \\n \\ // <b> a&b
\u4e2d\u6587 caf\u00e9 \U0001f600 a\u00a0b \u00a0 \u2028 \u2029 \u0085 \ufeff \u200b a\u0085b \u202e x\u2028y \ud7ff \ue000 \uffff \ufffd
0.1e1 00.5 01.5 -01.5 0x1p3 0x1.8 1p3 ++1 --1 +-1 1+1 1- 0- 0+ 0e0 0e1 0.e0 -0e1 -0x0 0x0 0b0 0o0 -0b0 1d 1f 1L 1u 0d10 1/2 50% $1 (1) 1%
True# yes! no. on, null: ~~ ~x x~ y1 n0 yes1 nulls Nil nil none None NONE undefined t f T F""".split()
SPACED = ["2001-12-14 21:59:43", "2001-12-14 21:59:43.10", "2001-12-14 21:59:43.10 -5", "2001-12-14  21:59:43", "1 2", "1 000",
          "a b", "yes no", "a # b", "a #b", "a : b", "a: b", "- a", "? a", "a -b", "[a, b]", "[a, [b, no]]", "{a: 1}", "{a}",
          "{a: }", "{a:1}", "{\"a\":1}", "{'a':1}", "[a: 1]", "[a: 1, b: 2]", "[? a : b]", "{? a : b}", "[]", "{}", "[,]", "[a,]",
          "{a: 1,}", "{,}", "[a,,b]", "[a b]", "[a\tb]", "\ta", "a\t", "a\tb", "'a'", "\"a\"", "'it''s'", "\"a\\nb\"", "\"\\x41\\u4e2d\\U0001F600\"",
          "\"\\q\"", "\"\\/\"", "\"\\e\\0\\a\\b\\v\\f\\_\\N\\L\\P\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"\\xe9\"", "\"a\\\tb\"", "'a\tb'", "\"\"", "''", "'a' b", "\"a\" b",
          "'a'#b", "'a' #b", "'a", "\"a", "!!str 1", "!!str", "!!str yes", "!!int 1", "!!int 0x10", "!!int \"7\"", "!!int 1.5", "!!int x",
          "!!float 1", "!!float 1.5", "!!float x", "!!float \"1e3\"", "!!float .5", "!!bool yes", "!!bool \"no\"", "!!bool 1", "!!bool x", "!!null ''", "!!null x",
          "!!null", "!!int", "!!float", "!!bool", "!!binary aGVsbG8=", "!!binary aGVsbG8", "!!binary \"aGV sbG8=\"", "!!binary x", "!!binary /w==", "!!binary", "!!timestamp 2001-12-14",
          "!!timestamp x", "!!timestamp '2001-12-14'", "!foo bar", "!foo 1", "! 1", "! x", "!!foo 1", "!<tag:yaml.org,2002:int> 5", "!<x> 1", "!!map {a: 1}", "!!seq [a]",
          "!!str [a]", "!!int {a: 1}", "!!set {a, b}", "!!omap [a: 1]", "!foo [a]", "!e!x 1", "&a 1", "&a", "&a [b]", "*a", "&a b c", "&a *a", "!!str &a 1", "&a !!str 1", "& a", "* a",
          "|", ">", "|-", "|+", "|1", "|0", "|x", "| x", "|-2", ">+1", "| # c", "|# c", "a\\", "%", "@", "`", "a%", "a@", "a`", "a!b", "a&b *c", "a |", "a >",
          "\"a\": b", "'a' : b", "a:\tb", "x: [", "x: {", "]", "}", "[[", "{{ .Values.x }}", "{{x}}", "{{ x }}: 1", "[a]: b", "{a: b}: c", "? x", ": x", "- x", "-", "?", ":", "--- x", "... x",
          "a\u00a0: b", "a\u2028b", "a\u0085b", "a\x00b", "a\x01b", "a\x7fb", "a\x1bb", "a\u009fb", "a\ufeffb", "a\ufffeb", "\"a\u0085b\"", "\"a\u2028b\"", "'a\u2028 b'", "\"a\x07\"",
          "a\rb", "\"a\rb\"", "a \r", "yes\r", "1\r", "'a'\r"]
FRAMES = ["v: %s\n", "v: %s\n", "v:\n- %s\n", "v:\n  - %s\n  - x\n", "v: {a: %s}\n", "v: [%s, x]\n", "v: [x, %s]\n", "%s: v\n", "v:\n  %s: 1\n  z: 2\n", "v: {%s: 1}\n",
          "v: !!str %s\n", "v: '%s'\n", "v: \"%s\"\n", "v: &a %s\nw: *a\n", "v: %s # c\n", "v:   %s   \n", "v:\n  %s\n", "v: %s", "v: |\n  %s\n", "v: >-\n  %s\n", "v: !!int %s\n",
          "v: !!float %s\n", "v: !!bool %s\n", "- %s\n", "? %s\n: v\n", "v: [%s]\n", "v: {%s}\n", "v: {a: [%s], b: {c: %s}}\n", "v: x\n  %s\n", "v: 'x\n  %s'\n", "v: \"x\n  %s\"\n",
          "v: {%s: 1, %s: 2}\n", "v: |\n  %s\n\n  %s\n", "v: >\n  %s\n   %s\n  %s\n", "v:\n- - %s\n  - x\n", "v:\n- %s: 1\n  w: 2\n", "v: [{a: 1}, %s]\n", "v: |+\n  %s\n\n\nw: 1\n"]
HAND = [
    # duplicates, merges, anchors
    "a: 1\na: 2\n", "a: 1\n'a': 2\n", "1: a\n'1': b\n", "on: 1\nyes: 2\n", "a: {b: 1, b: 2}\n", "b: &b {x: 1, y: 2}\nc: {<<: *b, x: 3}\n",
    "b: &b {x: 1}\nc:\n  x: 3\n  <<: *b\n", "a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc:\n  <<: [*a, *b]\n", "a: &a {x: 1}\nc:\n  <<: *a\n  <<: {x: 2}\n",
    "c:\n  <<: {x: {y: 1}}\n  x: {z: 2}\n", "c: {<<: 1}\n", "c: {<<: [1]}\n", "c: {<<: []}\n", "c: {<<: null}\n", "c: {<<: }\n", "c: {'<<': {x: 1}}\n", "c: {\"<<\": {x: 1}}\n",
    "c: {!!str <<: {x: 1}}\n", "c: {!!merge <<: {x: 1}}\n", "c: [<<]\n", "<<: {x: 1}\n", "a: &a [1]\nb: {<<: *a}\n", "a: &x 1\nb: &x 2\nc: *x\n", "a: &a\nb: *a\n", "a: *b\nb: &b 1\n",
    "a: &a {b: *a}\n", "a: &a [*a]\n", "a: &a-b_c.d 1\nb: *a-b_c.d\n", "a: &\u4e2d 1\nb: *\u4e2d\n", "&a a: 1\nb: *a\n", "*a : 1\n", "a: &k key\n*k : v\n", "a: &k key\nb: {*k : v}\n", "a: &a b: c\n",
    "a: &a\n  b: c\nd: *a\n", "a: !!map\n  b: c\n", "a: &x {y: 1}\nb:\n  <<: *x\n  <<: *x\n", "a: &x {y: 1}\nb: [*x, *x]\n", "a: *x\n", "x: &x {<<: {a: 1}, b: 2}\ny: {<<: *x, a: 3}\n",
    # block structure
    "a:\n- b\n- c\n", "a:\n  - b\n  - c\n", "a:\n - b\n - c\n", "a:\n- b:\n  - c\n", "a:\n- b:\n    c: d\n  e: f\n", "a:\n- - - b\n", "a:\n-\n  b: c\n", "a:\n- \n- b\n", "a:\n-\n- b\n-\n",
    "a:\n  b:\nc:\n", "a:\n   b: 1\n   c: 2\n", "a:\n  b: 1\n   c: 2\n", "a:\n   b: 1\n  c: 2\n", "a:\n  - b\n - c\n", "a: b\n c\n", "a: b\n  c: d\n", "a:\n b: c\n", " a: b\n", "a: 1\n b: 2\n", "a:\n- b\n  c\n",
    "a: b: c\n", "a: 'b': c\n", "a: - b\n", "a: [b\n]\n", "a: [b\n  ]\n", "a: {b: 1\n}\n", "a: [\nb]\n", "a: {b\n  : 1}\n", "a: {b:\n  1}\n", "a: [b, # c\n  d]\n", "a: [b #c\n  , d]\n", "a: {b: c: d}\n", "a: {b : 1}\n",
    "a : 1\n", "a  :   1\n", "a:1\n", "a\n", "a\nb: 1\n", "? a\n: b\n", "? a\n", "? a\n? b\n", "?\n: b\n", "? - a\n: b\n", "? {a: 1}\n: b\n", "? |\n  a\n: b\n", ": a\n", "'a': 1\n", "\"a\": 1\n", "'a' : 1\n", "\"a\":1\n", "'a\n b': 1\n",
    "a: \"b\n\n  c\"\n", "a: 'b\n\n  c'\n", "a: b\n\n  c\n", "a: \"b\\\n  c\"\n", "a: \"b \\\n  c\"\n", "a: \"b\\n\\\n  c\"\n", "a: \"b\n\tc\"\n", "a: \"b\nc\"\n", "a: 'b\nc'\n", "a: \"b\n---\nc\"\n", "a: \"b\n...\nc\"\n", "a: b #c\n  d\n", "a: # c\n  b\n", "a:\n  # c\n  b: 1\n # d\n  e: 2\n",
    "a:\n# c\n- b\n# d\n- e\n", "#c\na: 1\n#d", "a: 1 #\n", "a: 1\t# c\n", "a: 1\t#c\n\tb: 2\n", "a:\t1\n", "a:\t- b\n", "a:\n\tb: 1\n", "a:\n  b:\t1\n  \tc: 2\n", "a:\n-\tb\n", "a:\n-\tb: 1\n", "a:\n- \tb: 1\n", "a: [\n\tb]\n", "a: {\n\tb: 1\n\t}\n", "\t\na: 1\n", "a: 1\n\t\n", "a: 1\n\t# c\n", "a: 1\n  \t\nb: 2\n",
    "a: |\n\tb\n", "a: |\n  b\n\tc\n", "a: |\n  \tb\n", "a: |\n  b\n  \tc\n", "a: >\n  b\n  \tc\n  d\n", "a: |\n  b\n\n\t\nc: 1\n", "\ta: 1\n", "a: 'b\n\tc'\n", "a: b\n\tc\n", "- a: 1\n", "a:\r\n  b: 1\r\n", "a: |\r\n  b\r\n  c\r\n", "a: >\r\n  b\r\n  c\r\n", "a: \"b\r\n  c\"\r\n", "a: b\rc: d\r", "a: |\r  b\r",
    "a: 1\n\u0085b: 2\n", "a: |\n  b\u0085  c\n", "a: |\n  b\u2028  c\n", "a: \"b\u2028 c\"\n", "a: b\u2028c: d\n", "a: b\u0085c: d\n", "a: b\u2029c\n", "\u00a0a: 1\n", "a:\u00a01\n", "a:\n\u00a0 b: 1\n", "\u3000a: 1\n",
    # block scalars
    "a: |\n  b\n  c\nd: 1\n", "a: |-\n  b\n  c\n\nd: 1\n", "a: |+\n  b\n\nd: 1\n", "a: |\n\n\n  b\n", "a: |\n   b\n  c\n", "a: |2\n   b\n  c\n", "a: |1\n  b\n c\n", "a: |3\n  b\n", "a: >\n  b\n  c\n\n  d\n", "a: >\n  b\n   c\n  d\n", "a: >\n\n  b\n\n\n  c\n", "a: >-\n  b\n\n", "a: >+\n  b\n\n\n",
    "a: |\nb: 1\n", "a: |\n", "a: |", "a: |+\n\n\n", "a: |+", "a: >\n", "a: |\n  b", "a: |-\n  b", "a: |+\n  b", "a: >\n  b", "a: |\n  # b\n  c\n", "a: |\n  b\n # c\nd: 1\n", "a: |\n  b\n# c\n  d\n", "a: |\n b\n  c\n d\n", "a: |\n    \n  b\n", "a: |\n  b\n    \n  c\n", "a: |\n  b\n \n  c\n", "a: |\n\n    \n  b\n", "a:\n- |\n  b\n- >\n  c\n", "a:\n- |\n b\n", "a: |\n  ---\n  b\n", "a: |\n  b: c\n  - d\n", "a: |  \n  b\n", "a: |  # c\n  b\n", "a: !!str |\n  b\n", "a: &x |\n  b\nc: *x\n", "a: !!binary |\n  aGVs\n  bG8=\n", "a: !!int |\n  1\n", "a: |9\n         b\n", "a: |10\n  b\n", "a: |-+\n  b\n", "a: |2-\n    b\n  c\n", "a: |-2\n    b\n  c\n", "a: [|\n b]\n", "a: >\n  b \n  c\n", "a: >\n  b\n  \n  c\n", "a: >\n    b\n  c\n", "a: >\n  \n   b\n  c\n", "a: >\n   b\n  c\n", "a: >\n  * b\n  * c\n\n    d\n\n  e\n", "a:\n  b: |\n    c\n  d: 1\n", "a:\n  b: |\n  d: 1\n", "a: |\n\n\nb: 1\n", "a: >\n b\n\n\n\n  c\n\n d\n",
    # documents
    "a: 1\n---\nkind: T\nb: 2\n", "a: 1\n---\n---\nkind: T\nb: 2\n", "a: 1\n--- # c\nkind: T\nb: 2\n", "a: 1\n--- {kind: T}\n", "a: 1\n---x\n", "a: 1\n----\n", "a: 1\n---\t\nkind: T\nb: 2\n", "a: 1\n ---\n", "a: 1\n...\n", "a: 1\n...\nb: 2\n", "a: 1\n... # c\n", "a: 1\n...x\n", "a: 1\n...\n---\nkind: T\nb: 2\n", "a: 1\n---\n...\n---\nkind: T\nb: 2\n", "a: 1\n---\n# c\n---\nkind: T\nb: 2\n",
    "a: 1\n---\n", "a: 1\n---", "a: 1\n---\nnull\n---\nkind: T\nb: 2\n", "a: 1\n---\n~\n", "a: 1\n---\n\n\n", "a: 1\n%YAML 1.1\n", "a: 1\n---\n%YAML 1.1\n---\nkind: T\nb: 1\n", "a: |\n  x\n---\nkind: T\nb: 2\n", "a: |\nx\n---\nkind: T\nb: 2\n", "a: 'x\n---\nkind: T\nb: 2'\n", "a: [\n---\nkind: T\n", "a: 1\r\n---\r\nkind: T\r\nb: 2\r\n", "a: 1\r---\rkind: T\r", "a: &x 1\n---\nkind: T\nb: *x\n", "a: 1\n---\nkind: T\nb: @\n---\nkind: T\nc: 3\n",
    "a: 1\n---\n\ufeffkind: T\nb: 2\n", "a: 1\n--- \nkind: T\nb: 2\n", "a: 1\n---#x\nkind: T\nb: 2\n", "a: 1\n---\nkind: T\nitems: [{apiVersion: v1, kind: T, b: 1}]\n", "items: [{apiVersion: v1, kind: T, b: 1}, {apiVersion: v1, kind: T, b: 2}]\n", "items: []\n", "items:\n", "items: {}\n", "items: [1]\n", "a: 1\n---\n--- \n---\t# x\nkind: T\nb: 2\n",
    "a: 1\n---\nkind: T\nb: 2\n...\n", "a: 1\n\n\n---\n\n\nkind: T\nb: 2\n", "#\n---\n#\n---\nkind: T\n", "a: 1\n---   #\n---   # x\nkind: T\nb: 2\n",
]


def words(rng):
    """A plain scalar that nearly means something."""
    kind = rng.randrange(7)
    if kind == 0:
        return "".join(rng.choice("0123456789_.eE+-xob:") for _ in range(rng.randint(1, 9)))
    if kind == 1:
        return rng.choice(["", "-", "+"]) + str(rng.randrange(10 ** rng.randint(1, 22)))
    if kind == 2:
        return repr(rng.uniform(-1, 1) * 10 ** rng.randint(-12, 26))
    if kind == 3:
        return "%se%d" % (rng.choice(["1", "1.5", "-2", "9.99", "123456"]), rng.randint(-30, 30))
    if kind == 4:
        return rng.choice(["0x", "0o", "0b", "0", "-0", "-0x"]) + "".join(rng.choice("01234567_89abcdef") for _ in range(rng.randint(1, 8)))
    if kind == 5:
        return "%d-%d-%d%s" % (rng.randint(1, 2030), rng.randint(0, 14), rng.randint(0, 33), rng.choice(["", "T1:2:3Z", " 01:02:03", "t01:02:03.4+05:30", "T01:02"]))
    return rng.choice(WORDS)


def scalar(rng, depth=0):
    kind = rng.randrange(12)
    if kind < 5:
        return words(rng)
    if kind == 5:
        return "'" + rng.choice(WORDS).replace("'", "''") + "'"
    if kind == 6:
        return json.dumps(rng.choice(WORDS), ensure_ascii=rng.random() < .5)
    if kind == 7 and depth < 3:
        return "[" + ", ".join(scalar(rng, depth + 1) for _ in range(rng.randrange(4))) + "]"
    if kind == 8 and depth < 3:
        return "{" + ", ".join("%s: %s" % (rng.choice("abcdef"), scalar(rng, depth + 1)) for _ in range(rng.randrange(4))) + "}"
    return rng.choice(["nginx:1.17", "a b c", "x", "http://a.b/c", "-c", "$(X)", "100m", "app.kubernetes.io/name", "a, b"])


def block(rng, indent, depth):
    """A block mapping or list as lines."""
    pad = " " * indent
    lines = []
    isList = rng.random() < .3 and depth > 0
    for n in range(rng.randint(1, 4)):
        head = pad + ("- " if isList else rng.choice(["a", "b", "c", "d", "k%d" % n, "\"q%d\"" % n, "'r%d'" % n]) + ":")
        kind = rng.randrange(10)
        if kind < 5 or depth > 3:
            lines.append(head + ("" if isList else " ") + scalar(rng))
        elif kind == 5:
            lines.append(head + ("" if isList else " ") + rng.choice("|>") + rng.choice(["", "-", "+"]))
            for _ in range(rng.randint(1, 4)):
                lines.append(rng.choice(["", pad + "   text: x", pad + "   - y", pad + "    more", pad + "   # no comment", pad + "   \tz"]))
        elif kind == 6:
            lines.append(head + ("" if isList else " ") + "one")
            lines.append(pad + "   two three")
        elif kind == 7 and isList:
            inner = block(rng, indent + 2, depth + 1)
            inner[0] = head + inner[0].lstrip(" ")
            lines += inner
        else:
            lines.append(head.rstrip(" ") + rng.choice(["", " # c", " &n%d" % rng.randrange(9)]))
            lines += block(rng, indent + rng.choice([1, 2, 2, 2, 4]), depth + 1)
        if rng.random() < .08:
            lines.append(rng.choice(["", pad + "# c", "  ", "# at the edge"]))
    return lines


def mutated(rng, text):
    """A few slips of the hand."""
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(text) + 1)
        kind = rng.randrange(5)
        if kind == 0:
            text = text[:at] + text[at + 1:]
        elif kind == 1:
            text = text[:at] + rng.choice(list(":-#,[]{}&*!|>'\"%@`?\t\n =~.0 \\/") + [": ", "- ", "\n ", "\n  ", " #", "'", "\r"]) + text[at:]
        elif kind == 2:
            end = min(len(text), at + rng.randint(1, 6))
            text = text[:at] + text[end:]
        elif kind == 3:
            lines = text.split("\n")
            n = rng.randrange(len(lines))
            lines[n] = rng.choice([" " + lines[n], lines[n][1:], "  " + lines[n], lines[n] + " " + lines[n].strip()])
            text = "\n".join(lines)
        else:
            lines = text.split("\n")
            n = rng.randrange(len(lines))
            lines.insert(rng.randrange(len(lines)), lines[n])
            text = "\n".join(lines)
    return text


POD = """meta:
  name: web
  labels: {app: web, "tier": 'front'}
  annotations:
    note: |
      first: line
        second
spec:
  restartPolicy: Always
  containers:
  - name: nginx
    image: "nginx:1.17.1"  # pinned
    args: [-c, "a: b", 'it''s']
    env:
    - {name: A, value: "1"}
    - name: B
      value: >-
        folded
        text
    ports:
      - containerPort: 80
        protocol: TCP
    resources: {limits: {cpu: 1, memory: 1Gi}}
  tolerations:
  - operator: Exists
"""


def documents(rng, count):
    for text in HAND:
        yield text
    for word in WORDS + SPACED:
        yield "v: " + word + "\n"
    for frame in FRAMES:
        for word in rng.sample(WORDS, 14) + rng.sample(SPACED, 10):
            yield frame.replace("%s", word)
    while True:
        kind = rng.randrange(10)
        if kind < 3:
            yield rng.choice(FRAMES[:23]).replace("%s", words(rng))
        elif kind < 6:
            yield "\n".join(block(rng, 0, 0)) + "\n"
        elif kind < 8:
            yield mutated(rng, "\n".join(block(rng, 0, 0)) + "\n")
        elif kind == 8:
            yield mutated(rng, POD)
        else:
            yield mutated(rng, rng.choice([text for text in HAND if "items" not in text]))


def compact(text):
    """JSON without white space; numbers and strings stay as they were written."""
    return re.sub(r'("(?:[^"\\]|\\.)*")|\s+', lambda m: m.group(1) or "", text)


def ask(kubectl, texts):
    """What kubectl says of each text: [objects, refused], or None where the trouble is not its YAML."""
    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(texts):
            with open(os.path.join(folder, "d%06d.yaml" % n), "wb") as file:
                file.write(re.sub(r"\bkind: T\b", "kind: T%06dT" % n, text).encode("utf-8", "surrogatepass"))
        run = subprocess.run([kubectl, "label", "--local", "-f", folder, "-o", "json", "x-"], capture_output=True,
                             env={"HOME": folder, "KUBECONFIG": os.path.join(folder, "none")})
    answers = {}
    for part in run.stdout.decode().split("\n}\n"):
        found = re.search(r"T(\d{6})T", part)
        if found:
            one = compact(part + "}").replace('"metadata":{"labels":{}},', "").replace(',"metadata":{"labels":{}}', "")
            answers.setdefault(int(found.group(1)), []).append(re.sub(r"T\d{6}T", "T", one).replace('"labels":{},', ""))
    errors = run.stderr.decode()
    refused = {int(n) for n in re.findall(r"error parsing \S*d(\d{6})\.yaml", errors)}
    other = {int(n) for n in re.findall(r"unable to decode \S*d(\d{6})\.yaml", errors)}
    return [None if n in other or (n not in answers and n not in refused) else [answers.get(n, []), n in refused]
            for n in range(len(texts))]


def main():
    kubectl, out = sys.argv[1], sys.argv[2]
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 3000
    texts = {}
    for text in documents(rng, count):
        if len(texts) >= count:
            break
        if "\ud800" not in text:
            texts.setdefault("kind: T\n" + text)
    texts = list(texts)
    with open(out, "w", encoding="utf-8") as file:
        for text, answer in zip(texts, ask(kubectl, texts)):
            if answer:
                file.write(json.dumps([text] + answer, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
