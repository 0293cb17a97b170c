#!/bin/sh
# Builds the image anew, migrates, and replaces the workers one after the other while the others answer.
# Ends at the first new worker that does not get ready, with the end of its log; the others then go on.
set -eu
cd "$(dirname "$0")/.."

docker compose build
# Not `run`, which leaves the service's own container old: the last line would then renew every worker at once.
docker compose up migrate
old=$(docker compose ps -q worker)
count=$(echo "$old" | wc -l)
for each in $old; do
  before=$(docker compose ps -aq worker)
  # Not `--no-deps`: to Compose the worker would then be another one, to be renewed by the last line too.
  if ! docker compose up -d --wait --no-recreate --scale worker=$((count + 1)) worker; then
    for new in $(docker compose ps -aq worker | grep -vxF "$before"); do
      docker logs --tail 5 "$new"
      docker rm -f "$new"
    done
    exit 1
  fi
  docker stop "$each"
  docker rm "$each"
done
docker compose up -d --scale worker="$count"
