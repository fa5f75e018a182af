#!/bin/sh
# Starts the service once, on a database that is thrown away, keeps it busy, and has the JVM write app.aot about what it
# did: which classes it loaded, and which code ran often enough to be compiled early. The argument is the folder of the
# package; the cache fits this path of quarkus-run.jar only.
set -eu
home=${1:-/docket}
jar=$home/quarkus-run.jar
scratch=$(mktemp -d)
export DOCKET_DATA_DIR="$scratch/data" DOCKET_API_KEY=only-for-the-training
trap 'rm -rf "$scratch"' EXIT

cd "$scratch"
java -XX:+UseCompactObjectHeaders "-XX:AOTCacheOutput=$home/app.aot" -jar "$jar" &
service=$!
for _ in $(seq 120); do
    if java -jar "$jar" health 2>/dev/null; then
        break
    fi
    kill -0 "$service"
    sleep 1
done
java -jar "$jar" train 40
kill "$service"
# 143: ended by the signal.
wait "$service" || [ $? -eq 143 ]
test -s "$home/app.aot"
