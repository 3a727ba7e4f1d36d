#!/bin/sh
# Writes the list of classes that the archive of the service's image has: those that it loads until it has answered once. To be run
# when libraries of the service or the JDK change much; without it such classes are loaded from their jars, a little slower.
#
#   ./penstock images && images/classes.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname -- "$here")
java=$here/target/work/java/bin/java
lib=$home/cli/target/penstock/lib
options=$here/target/work/serving/java
port=${PORT:-18273}
list=$here/src/main/resources/org/penstock/image/serving.classes.gz

[ -x "$java" ] && [ -r "$options" ] || {
  echo "classes.sh: there is no Java or no service in $here/target/work; ./penstock images makes both" >&2
  exit 78
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed 's/^sample:.*/sample: {seed: 1, entities: 300}/' "$home/projects/credit-risk/project.yaml" >"$work/project.yaml"
PENSTOCK_HOME=$home PENSTOCK_KEYS=$work/keys PENSTOCK_RUNS=$work/runs "$java" --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -cp "$lib/penstock-cli.jar" org.penstock.cli.PenstockMain \
  run credit-risk --config "$work/project.yaml" --store "$work/store" >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; exit 1; }

path=$(sed -n "s|/app/lib|$lib|g; s/^-cp //p" "$options")
"$java" -Xshare:off -XX:DumpLoadedClassList="$work/classes" -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -cp "$path" org.penstock.serving.ServeMain \
  --project=credit-risk --store="$work/store" --port="$port" >"$work/log" 2>&1 &
service=$!
tries=0
until curl -sf -m 5 "http://127.0.0.1:$port/health/ready" >/dev/null; do
  tries=$((tries + 1))
  [ $tries -lt 300 ] && kill -0 $service 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.2
done
curl -sf -m 5 "http://127.0.0.1:$port/v1/predictions/5008804" >/dev/null || true
kill $service
wait $service || true

# The classes above 15 kB are few and large; with them the image would be larger than it may be.
"${JAVA_HOME:?names a JDK, whose jimage tells the sizes of classes}/bin/jimage" extract --dir "$work/jdk" "$here/target/work/java/lib/modules"
{
  (cd "$work/jdk" && find . -name '*.class' -size +14k | while read -r file; do
    echo "$(wc -c <"$file") x x ${file#./*/}"
  done)
  for jar in $(echo "$path" | tr ':' ' '); do
    unzip -l "$jar"
  done
} | awk '$1 > 15000 && $4 ~ /[.]class$/ { sub(/[.]class$/, "", $4); print $4 }' >"$work/large"
awk 'NR == FNR { large[$1]; next } !(($1 ~ /^@/ ? $2 : $1) in large)' "$work/large" "$work/classes" >"$work/small"
mv "$work/small" "$work/classes"

# Names before what refers to them. Not the constants (@cp) of our classes: their numbers change with every edit.
mkdir -p "$(dirname -- "$list")"
{
  grep -v '^[#@]' "$work/classes" | sed 's/ .*//' | LC_ALL=C sort -u
  grep '^@' "$work/classes" | grep -v '^@cp org/penstock/' | LC_ALL=C sort -u
} | gzip -9n >"$list"
echo "$list: $(gzip -dc "$list" | grep -vc '^@') classes"
