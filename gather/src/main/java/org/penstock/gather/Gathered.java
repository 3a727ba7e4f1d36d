package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a gatherer brought back.
 *
 * @param answers by key, also those of earlier runs, also those that say there is no such thing
 * @param failed why there is no answer, by key that was asked in vain
 * @param open keys that were not asked
 * @param calls how many calls this run made
 * @param usage what is used of the budget now
 * @param ending why it stopped asking
 */
public record Gathered(
    SortedMap<String, Answer> answers,
    SortedMap<String, String> failed,
    SortedSet<String> open,
    int calls,
    Usage usage,
    Ending ending) {

  public Gathered {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
    open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    requireNonNull(usage, "usage");
    requireNonNull(ending, "ending");
  }

  /** Returns whether every key is answered. */
  public boolean complete() {
    return failed.isEmpty() && open.isEmpty();
  }
}
