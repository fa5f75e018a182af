#!/bin/sh
# Starts the service once, on a database that is thrown away, and has the JVM write app.aot about what it did.
set -eu
cd /docket
export DOCKET_DATA_DIR=/tmp/training DOCKET_API_KEY=only-for-the-training

java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar &
service=$!
for _ in $(seq 120); do
    if java -jar quarkus-run.jar health 2>/dev/null; then
        break
    fi
    kill -0 "$service"
    sleep 1
done
java -jar quarkus-run.jar health
kill "$service"
# 143: ended by the signal.
wait "$service" || [ $? -eq 143 ]
rm -rf /tmp/training
test -s app.aot
