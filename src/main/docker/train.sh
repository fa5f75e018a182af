#!/bin/sh
# Starts the service once, on a database that is thrown away, keeps it busy, and has the JVM write app.aot about what it
# did: which classes it loaded, and which code ran often enough to be compiled early.
set -eu
cd /docket
export DOCKET_DATA_DIR=/tmp/training DOCKET_API_KEY=only-for-the-training

java -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar &
service=$!
for _ in $(seq 120); do
    if java -jar quarkus-run.jar health 2>/dev/null; then
        break
    fi
    kill -0 "$service"
    sleep 1
done
java -jar quarkus-run.jar train 40
kill "$service"
# 143: ended by the signal.
wait "$service" || [ $? -eq 143 ]
rm -rf /tmp/training
test -s app.aot
