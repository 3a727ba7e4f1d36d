#!/bin/sh
# Writes the lists of classes that the archives of the images have: of the service those that it loads until it has answered once, of
# the steps those that a run on S3 loads. To be run when libraries or the JDK change much; without it such classes are loaded from their
# jars, a little slower.
#
#   ./penstock images && images/classes.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname -- "$here")
java=$here/target/work/java/bin/java
lib=$home/cli/target/penstock/lib
options=$here/target/work/serving/java
port=${PORT:-18273}
lists=$here/src/main/resources/org/penstock/image

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

# Names before what refers to them. Not the constants (@cp) of our classes: their numbers change with every edit.
write() { # CLASSES LIST
  {
    grep -v '^[#@]' "$1" | sed 's/ .*//' | LC_ALL=C sort -u
    grep '^@' "$1" | grep -v '^@cp org/penstock/' | LC_ALL=C sort -u
  } | gzip -9n >"$2"
  echo "$2: $(gzip -dc "$2" | grep -vc '^@') classes"
}

# The classes above 15 kB are few and large; with them the image of the service would be larger than it may be.
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

write "$work/classes" "$lists/serving.classes.gz"

export AWS_ACCESS_KEY_ID=list AWS_SECRET_ACCESS_KEY=of-classes S3_HOST=127.0.0.1 S3_PORT=$((port + 1)) S3_DIRECTORY=$work/s3
mkdir "$work/s3"
"$java" -cp "$here/s3/target/lib/*" org.penstock.s3.S3Main >"$work/log" 2>&1 &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
until curl -s -m 5 "http://127.0.0.1:$S3_PORT" >/dev/null; do
  kill -0 $server
  sleep 0.2
done
HOME=$work PENSTOCK_HOME=$home PENSTOCK_KEYS=$work/keys PENSTOCK_RUNS=$work/runs "$java" -Xshare:off -XX:DumpLoadedClassList="$work/steps" \
  -Duser.home="$work" -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$lib/penstock-cli.jar" \
  org.penstock.cli.PenstockMain run credit-risk --config "$work/project.yaml" --store s3://penstock/list --s3-endpoint "http://127.0.0.1:$S3_PORT" \
  >"$work/run.log" 2>&1 || { cat "$work/run.log" >&2; exit 1; }
# Not our own, which a step asks for the jar that they are from: classes of an archive do not say.
grep -v 'org/penstock/' "$work/steps" >"$work/others"
write "$work/others" "$lists/steps.classes.gz"
