#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the bundled schema from the Go sources of the Kubernetes API.

    make.py API_FOLDER APIMACHINERY_FOLDER RELEASE > kubernetes.json

The folders are the unpacked sources of k8s.io/api and k8s.io/apimachinery of one release, as Debian's packages
golang-k8s-api and golang-k8s-apimachinery carry them. The result has the form of /openapi/v2, one definition a line.
What openapi-gen makes of a Go type, this makes of it: json names, what is required, enumerations (`+enum`), comments.
Only versions that are stable: what a beta means changes from release to release.
"""
import json
import pathlib
import re
import sys

PLAIN = {
    'string': {'type': 'string'}, 'bool': {'type': 'boolean'}, 'byte': {'type': 'integer', 'format': 'byte'},
    'int': {'type': 'integer', 'format': 'int32'}, 'int32': {'type': 'integer', 'format': 'int32'},
    'int64': {'type': 'integer', 'format': 'int64'}, 'uint32': {'type': 'integer', 'format': 'int64'},
    'int16': {'type': 'integer', 'format': 'int32'}, 'uint8': {'type': 'integer', 'format': 'byte'},
    'float64': {'type': 'number', 'format': 'double'}, 'types.UID': {'type': 'string'},
    'types.NodeName': {'type': 'string'}, 'time.Duration': {'type': 'integer', 'format': 'int64'},
    'runtime.RawExtension': {'type': 'object'}, 'runtime.Object': {'type': 'object'},
    'intstr.IntOrString': {'type': 'string', 'format': 'int-or-string'},
    'resource.Quantity': {'$ref': '#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity'},
}
META = 'io.k8s.apimachinery.pkg.apis.meta.v1.'
FIXED = {
    'io.k8s.apimachinery.pkg.api.resource.Quantity':
        {'type': 'string', 'description': 'Quantity is a fixed-point representation of a number.'},
    META + 'Time': {'type': 'string', 'format': 'date-time'},
    META + 'MicroTime': {'type': 'string', 'format': 'date-time'},
    META + 'Duration': {'type': 'string'},
    META + 'FieldsV1': {'type': 'object'},
}


class Package:
    def __init__(self, folder, prefix, group, version):
        self.prefix, self.group, self.version = prefix, group, version
        self.structs, self.named, self.values, self.comments, self.imports = {}, {}, {}, {}, {}
        for file in sorted(folder.glob('*.go')):
            if not file.name.endswith('_test.go') and not file.name.startswith(('zz_', 'generated', 'types_swagger')):
                self.read(file.read_text())

    def read(self, text):
        for alias, path in re.findall(r'^\s*(?:import\s+)?(\w+)?\s*"(k8s\.io/[^"]+)"', text, re.M):
            self.imports[alias or path.split('/')[-1]] = path
        comment, lines, at = [], text.split('\n'), 0
        while at < len(lines):
            line = lines[at]
            if line.startswith('//'):
                comment.append(line[2:].removeprefix(' '))
            elif match := re.match(r'type (\w+) struct ?\{(\})?', line):
                self.comments[match[1]] = comment
                body = []
                while not match[2] and lines[at + 1] != '}':
                    at += 1
                    body.append(lines[at])
                self.structs[match[1]] = body
                comment = []
            elif match := re.match(r'type (\w+) =? ?([^{]+)$', line):
                self.named[match[1]] = match[2].strip()
                self.comments[match[1]] = comment
                comment = []
            elif line.strip():
                comment = []
            elif not (at + 1 < len(lines) and lines[at + 1].startswith('//')):
                comment = []  # a blank line inside a comment's neighbourhood parts them, two comments stay together
            for name, value in re.findall(r'^\s*(?:const )?\w+ +(\w+) += +"([^"]*)"', line):
                self.values.setdefault(name, []).append(value)
            at += 1


def words(comment):
    text = ''
    for line in comment:
        if line.strip() == '---':
            break
        if line.startswith('+') or line.startswith('TODO'):
            continue
        if not line.strip():
            text = text.rstrip() + '\n\n'
        elif line.startswith((' ', '\t', '-', '*')):
            text = text.rstrip() + '\n' + line.rstrip()
        else:
            text += (' ' if text and not text.endswith('\n') else '') + line.strip()
    return text.strip()


class Maker:
    def __init__(self, packages):
        self.packages, self.definitions = packages, dict(FIXED)

    def schema(self, package, kind):
        if kind.startswith('*'):
            return self.schema(package, kind[1:])
        if kind == '[]byte':
            return {'type': 'string', 'format': 'byte'}
        if kind.startswith('[]'):
            return {'type': 'array', 'items': self.schema(package, kind[2:])}
        if match := re.match(r'map\[[\w.]+\](.+)', kind):
            return {'type': 'object', 'additionalProperties': self.schema(package, match[1])}
        if kind in PLAIN:
            return dict(PLAIN[kind])
        if '.' in kind:
            alias, kind = kind.split('.')
            package = self.packages[package.imports[alias]]
        name = package.prefix + kind
        if name in FIXED or kind in package.structs:
            return {'$ref': '#/definitions/' + name}
        made = self.schema(package, package.named[kind])
        if any(line.strip() == '+enum' for line in package.comments[kind]) and kind in package.values:
            made['enum'] = sorted(package.values[kind])
        return made

    def fields(self, package, kind, made):
        if '.' in kind:
            alias, kind = kind.split('.')
            package = self.packages[package.imports[alias]]
        if kind in package.named:
            return self.fields(package, package.named[kind], made)
        comment = []
        for line in package.structs[kind]:
            line = line.strip()
            if line.startswith('//'):
                comment.append(line[2:].removeprefix(' '))
                continue
            match = re.match(r'(?:(\w+)\s+)?([\w.*\[\]]+)\s+`.*json:"([^"]*)"', line)
            told, comment = comment, []
            if not match:
                continue
            tag = match[3].split(',')
            if 'inline' in tag or not (match[1] or tag[0]):
                self.fields(package, match[2].lstrip('*'), made)
                continue
            if tag[0] in ('', '-'):
                continue
            field = self.schema(package, match[2])
            if description := words(told):
                field['description'] = description
            made['properties'][tag[0]] = field
            if '+required' in told or not ('omitempty' in tag or any(t.strip().startswith('+optional') for t in told)):
                made['required'].append(tag[0])

    def make(self):
        for package in self.packages.values():
            for kind in package.structs:
                name = package.prefix + kind
                if name in FIXED:
                    continue
                made = {'type': 'object', 'description': words(package.comments[kind]), 'properties': {},
                        'required': []}
                self.fields(package, kind, made)
                if not made['required']:
                    del made['required']
                if any('ObjectMeta' in line and 'metadata' in line for line in package.structs[kind]) \
                        and 'kind' in made['properties']:
                    made['x-kubernetes-group-version-kind'] = [
                        {'group': package.group, 'version': package.version, 'kind': kind}]
                self.definitions[name] = made

    def reachable(self):
        seen, todo = set(), [n for n, d in self.definitions.items() if 'x-kubernetes-group-version-kind' in d]
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += re.findall(r'#/definitions/([\w.]+)', json.dumps(self.definitions[name]))
        return sorted(seen)


def main():
    api, machinery, release = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    packages = {'k8s.io/apimachinery/pkg/apis/meta/v1':
                Package(machinery / 'pkg/apis/meta/v1', META, 'meta', 'v1')}
    for types in sorted(api.glob('*/*/types.go')):
        group, version = types.parent.parent.name, types.parent.name
        if not re.fullmatch(r'v\d+', version):
            continue
        register = types.parent / 'register.go'
        named = re.search(r'GroupName\s*=\s*"([^"]*)"', register.read_text()) if register.exists() else None
        if named:
            packages[f'k8s.io/api/{group}/{version}'] = Package(
                types.parent, f'io.k8s.api.{group}.{version}.', named[1], version)
    maker = Maker(packages)
    maker.make()
    lines = [f'{json.dumps(name)}:{json.dumps(maker.definitions[name], separators=(",", ":"), ensure_ascii=False)}'
             for name in maker.reachable()]
    info = {'title': 'Kubernetes', 'version': release,
            'description': 'Made by make.py from the sources of k8s.io/api and k8s.io/apimachinery of that release.',
            'license': {'name': 'Apache-2.0', 'url': 'https://www.apache.org/licenses/LICENSE-2.0'}}
    print('{"swagger":"2.0","info":' + json.dumps(info) + ',"definitions":{\n' + ',\n'.join(lines) + '\n}}')


main()
