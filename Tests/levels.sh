#!/usr/bin/env bash
# Builds masthead for the baseline of x86-64 and for each higher level that this machine's processor has, runs the
# committed sample region with each build, and compares all products byte for byte. Ends with 1 where any differs.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(uname -m)" = x86_64 ] || { echo "levels: this machine is no x86-64, so there is one level only"; exit 0; }

# The loader of the C library tells which levels the processor has.
loader=/lib64/ld-linux-x86-64.so.2
levels=(x86-64)
for level in ${MASTHEAD_LEVELS:-x86-64 x86-64-v2 x86-64-v3 x86-64-v4}; do
    if [ "$level" != x86-64 ] && "$loader" --help | grep -q "$level (supported"; then levels+=("$level"); fi
done
echo "levels: ${levels[*]}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample=$PWD/Geo/samples/small-bay
cat > "$work/small.yaml" <<JOB
job: small
regions: { path: $sample/regions.geojson }
grid: { resolution: 100 m }
layers:
  ground: { path: $sample/ground.tif }
  clutter: { path: $sample/clutter.tif }
  population: { path: $sample/population.tif }
bands:
  - { template: $PWD/Jobs/bands/n28-700.yaml, radius: 12 km }
atmosphere: { delta-n: 45 N-units/km, n0: 325 N-units }
register: [ { path: $sample/base-stations-700.csv } ]
output: out
JOB

failed=0
for level in "${levels[@]}"; do
    flags=()
    [ "$level" = x86-64 ] || flags=(-Xcc "-march=$level")
    "${SWIFT:-swift}" build -c release --product masthead --scratch-path ".build/levels/$level" "${flags[@]}" > "$work/build.log" 2>&1 \
        || { cat "$work/build.log"; exit 1; }
    rm -rf "$work/out"
    # Status 2: done, with findings.
    ".build/levels/$level/release/masthead" run "$work/small.yaml" > "$work/run.log" 2>&1 || [ $? -eq 2 ] \
        || { cat "$work/run.log"; exit 1; }
    mkdir "$work/$level"
    # Without hidden files: the lock of a run holds a process number.
    cp "$work"/out/small/*/* "$work/$level"
    # The clock is the one part of a manifest that may differ.
    python3 -c 'import json, sys
path = sys.argv[1]
manifest = json.load(open(path))
del manifest["clock"]
json.dump(manifest, open(path, "w"), sort_keys=True)' "$work/$level/manifest.json"
    if diff -rq "$work/x86-64" "$work/$level" > "$work/differences"; then
        echo "$level: the same bytes in $(find "$work/$level" -type f | wc -l) files"
    else
        echo "$level: differs from the baseline in"
        sed "s|$work/||g" "$work/differences"
        failed=1
    fi
done
exit $failed
