package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be asked.
 *
 * @param keys each that a row mentions
 * @param rows how many rows there are
 * @param rowsOf how many rows mention a key
 * @param listed the reference list by key
 * @param recording what a stand-in answers, if that is known
 */
record Wanted<L extends Record>(
    SortedSet<String> keys,
    long rows,
    SortedMap<String, Integer> rowsOf,
    SortedMap<String, L> listed,
    Optional<Path> recording) {

  Wanted {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    rowsOf = Collections.unmodifiableSortedMap(new TreeMap<>(rowsOf));
    listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
    requireNonNull(recording, "recording");
  }
}
