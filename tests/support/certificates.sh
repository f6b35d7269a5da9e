#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the certificates of tests/data/tls anew: a CA, a stranger's CA, servers good, expired and of another name, and
# clients with EC and RSA keys in the three PEM forms. A second authority signs the servers with odd certificates: not
# yet valid, a name in the Common Name only, an IPv6 address, and a wildcard. They protect nothing.
set -eu
cd "$(dirname "$0")/../data/tls"
ca() {
    openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"
    openssl req -x509 -new -key "$1.key" -subj "/CN=$2" -days 36500 -out "$1.pem"
}
leaf() { # name, subject, SAN, days
    openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"
    openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
    printf 'subjectAltName=%s\n' "$3" > "$1.ext"
    openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$4" -extfile "$1.ext" -out "$1.pem"
    rm "$1.csr" "$1.ext"
}
ca ca "Gantry test authority"
ca stranger "Another authority"
leaf server "gantry test server" "IP:127.0.0.1,DNS:localhost" 36500
leaf othername "elsewhere" "DNS:elsewhere.example" 36500
leaf client "gantry-tester" "DNS:client.example" 36500
openssl ecparam -name prime256v1 -genkey -noout -out expired.key
openssl req -new -key expired.key -subj "/CN=old server" -out expired.csr
printf 'subjectAltName=IP:127.0.0.1\n' > expired.ext
: > index.txt
printf '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nserial=ca.srl\ndefault_md=sha256\npolicy=p\nrand_serial=yes\n[p]\ncommonName=supplied\n' > ca.cnf
openssl ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -in expired.csr -out expired.pem -notext \
    -startdate 20200101000000Z -enddate 20210101000000Z -extfile expired.ext
openssl genrsa -traditional -out rsa-pkcs1.key 2048
openssl pkcs8 -topk8 -nocrypt -in rsa-pkcs1.key -out rsa-pkcs8.key
openssl pkcs8 -topk8 -nocrypt -in client.key -out client-pkcs8.key
rm -f expired.csr expired.ext ca.cnf ca.srl index.txt* [0-9A-F]*.pem ca.key stranger.key

ca oddca "Gantry odd authority"
odd() { # name, subject, SAN or nothing, first day, last day
    openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"
    openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
    if [ -n "$3" ]; then printf 'subjectAltName=%s\n' "$3"; else printf 'basicConstraints=CA:FALSE\n'; fi > "$1.ext"
    : > index.txt
    printf '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nrand_serial=yes\n[p]\ncommonName=supplied\n' > ca.cnf
    openssl ca -batch -config ca.cnf -cert oddca.pem -keyfile oddca.key -in "$1.csr" -out "$1.pem" -notext \
        -startdate "$4" -enddate "$5" -extfile "$1.ext"
    rm -f "$1.csr" "$1.ext" ca.cnf index.txt* [0-9A-F]*.pem
}
odd notyet "future server" "IP:127.0.0.1" 20900101000000Z 20990101000000Z
odd nameonly "127.0.0.1" "" 20200101000000Z 20990101000000Z
odd namehost "localhost" "" 20200101000000Z 20990101000000Z
odd mixed "localhost" "DNS:elsewhere.example" 20200101000000Z 20990101000000Z
odd wildcard "wildcard" "DNS:*.odd.example,IP:0:0:0:0:0:0:0:1" 20200101000000Z 20990101000000Z
rm -f oddca.key
