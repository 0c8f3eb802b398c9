#!/usr/bin/env bash
# Copies a running Cueweave: backup.sh FOLDER. docs/backup.md says what it needs, why in this order, and how to restore.
set -euo pipefail
export LC_ALL=C
fail() { echo "backup.sh: $1" >&2; exit 1; }

[[ $# == 1 ]] || fail "name the folder to make, on another disk or machine"
[[ -d ${CUEWEAVE_DATA_DIR:-}/blobs ]] || fail "CUEWEAVE_DATA_DIR must be the folder that API and workers share"
[[ -d ${STORE_DIR:-}/appendonlydir ]] || fail "STORE_DIR must be the store's folder, with appendonlydir in it"
pause_ms=${PAUSE_MS:-3000}
target=${1%/}
part=$target.part
blobs=$CUEWEAVE_DATA_DIR/blobs
links=$CUEWEAVE_DATA_DIR/.backup
[[ ! -e $target ]] || fail "$target is there already; name one to make"
exec 9>"$CUEWEAVE_DATA_DIR/.backup.lock"
flock -n 9 || fail "another backup is running"

ask() { "${VALKEY_CLI:-valkey-cli}" "$@" </dev/null | tr -d '\r'; }

until_told() {
    for _ in $(seq 600); do
        if ask INFO persistence | grep -x "$1" >/dev/null; then return; fi
        sleep 0.1
    done
    fail "the store doesn't come to $1"
}

# Files go while they are looked at: that is no fault. Anything else is.
unless_gone() {
    "$@" 2>"$links/errors" && return
    if [[ ! -s $links/errors ]] || grep -v 'No such file or directory' "$links/errors" >&2; then
        fail "$1 failed"
    fi
}

rewriting=$(ask CONFIG GET auto-aof-rewrite-percentage | tail -n 1) || fail "the store doesn't answer"
[[ $rewriting =~ ^[0-9]+$ ]] || fail "the store doesn't tell its settings: ${rewriting:-no answer}"
finish() {
    ask CLIENT UNPAUSE >/dev/null || true
    ask CONFIG SET auto-aof-rewrite-percentage "$rewriting" >/dev/null || true
    rm -rf "$links" "$part"
}
trap finish EXIT
rm -rf "$links" "$part"
mkdir -p "$links/blobs" "$part"

# 1. All files, at leisure: a hard link holds a file even when its name goes. What changed in the minute before is looked
#    at again in the end, since clocks of file systems are coarse.
touch -d '1 minute ago' "$links/begun"
unless_gone cp -alf -t "$links" "$blobs"

# 2. The store's log, whole: while no write comes, and while it isn't swapped for a new one.
ask CONFIG SET auto-aof-rewrite-percentage 0 >/dev/null
until_told aof_rewrite_in_progress:0
begun=$(date +%s%3N)
[[ $(ask CLIENT PAUSE "$pause_ms" WRITE) == OK ]] || fail "the store doesn't hold writes back for this user"
until_told aof_buffer_length:0
cp -a "$STORE_DIR/appendonlydir" "$part/"

# 3. The files of tasks that changed since, before a later write lets one go that the log names.
unless_gone find "$blobs/tasks" -mindepth 1 -maxdepth 1 -newer "$links/begun" -print0 >"$links/changed"
unless_gone xargs -0 -r -a "$links/changed" cp -alf -t "$links/blobs/tasks"
took=$(($(date +%s%3N) - begun))
ask CLIENT UNPAUSE >/dev/null
((took < pause_ms)) || fail "writes were held back for $pause_ms ms, and $took ms were needed: try again, or set PAUSE_MS"

# 4. The files themselves, at leisure.
cp -a "$links/blobs" "$part/"
mv "$part" "$target"
echo "backed up to $target; writes waited for $took ms"
