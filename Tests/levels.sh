#!/usr/bin/env bash
# Builds masthead for the baseline of x86-64 and for each higher level that this machine's processor has, runs the
# committed sample region in all six band templates with each build, and `masthead verify` over the published vectors, and
# compares all that they write byte for byte. Then runs the baseline's build with the functions that the C library has for
# processors without AVX and FMA: the library chooses by the processor, whatever masthead was compiled for.
# Ends with 1 where any byte differs.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(uname -m)" = x86_64 ] || { echo "levels: this machine is no x86-64, so there is one level only"; exit 0; }

# The loader of the C library tells which levels the processor has.
loader=/lib64/ld-linux-x86-64.so.2
levels=()
for level in ${MASTHEAD_LEVELS:-x86-64-v2 x86-64-v3 x86-64-v4}; do
    if "$loader" --help | grep -q "$level (supported"; then levels+=("$level"); fi
done
echo "levels: x86-64 ${levels[*]}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample=$PWD/Geo/samples/small-bay

# The sample has stations at 700 MHz only: every one of them becomes a station of each band, at the band's own height.
awk -F, -v OFS=, '
    NR == 1 { print; next }
    {
        id = $1; height = $6
        count = split("n28 n41 n78 n79 n258 n260", bands, " ")
        for (i = 1; i <= count; i++) { $1 = id "-" bands[i]; $6 = i == 1 ? height : ""; $7 = bands[i]; print }
    }' "$sample/base-stations-700.csv" > "$work/stations.csv"
# Refractivity is stated, so that maps of the ITU that are installed change nothing.
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
  - { template: $PWD/Jobs/bands/n41-2600.yaml }
  - { template: $PWD/Jobs/bands/n78-3500.yaml }
  - { template: $PWD/Jobs/bands/n79-4900.yaml }
  - { template: $PWD/Jobs/bands/n258-26.yaml }
  - { template: $PWD/Jobs/bands/n260-40.yaml }
atmosphere: { delta-n: 45 N-units/km, n0: 325 N-units }
register: [ { path: $work/stations.csv } ]
routes: [ { path: $sample/routes.geojson, id: name } ]
places: [ { path: $sample/places.geojson } ]
output: out
JOB

build() { # level, flags…
    local level=$1
    shift
    "${SWIFT:-swift}" build -c release --product masthead --scratch-path ".build/levels/$level" "$@" > "$work/build.log" 2>&1 \
        || { cat "$work/build.log"; exit 1; }
}

compute() { # command, folder for what it writes
    rm -rf "$work/out"
    # Status 2: done, with findings.
    "$1" run "$work/small.yaml" > "$work/run.log" 2>&1 || [ $? -eq 2 ] || { cat "$work/run.log"; exit 1; }
    mkdir "$work/$2"
    # Without hidden files: the lock of a run holds a process number.
    cp "$work"/out/small/*/* "$work/$2"
    # The clock is the one part of a manifest that may differ.
    python3 -c 'import json, sys
path = sys.argv[1]
manifest = json.load(open(path))
del manifest["clock"]
json.dump(manifest, open(path, "w"), sort_keys=True, indent=1)' "$work/$2/manifest.json"
    "$1" verify Tests/Vectors --json > "$work/$2/verify.json" || { echo "levels: $1 misses published vectors"; exit 1; }
}

failed=0
compare() { # folder, what it is
    if diff -rq "$work/x86-64" "$work/$1" > "$work/differences"; then
        echo "$2: the same bytes in $(find "$work/$1" -type f | wc -l) files"
    else
        echo "$2: differs from the baseline in"
        sed "s|$work/||g" "$work/differences"
        failed=1
    fi
}

build x86-64
compute .build/levels/x86-64/release/masthead x86-64
for level in "${levels[@]}"; do
    build "$level" -Xcc "-march=$level"
    compute ".build/levels/$level/release/masthead" "$level"
    compare "$level" "$level"
done
GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX,-AVX2,-FMA,-FMA4 compute .build/levels/x86-64/release/masthead old-library
compare old-library "x86-64 with the C library's functions for processors without AVX and FMA"
exit $failed
