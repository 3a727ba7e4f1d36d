package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.penstock.artifact.ArtifactStore;

/**
 * The answers that were paid for: {@code <key>/000001.json} and on, the last of which counts. They
 * are stored before anybody counts them as gathered.
 */
public final class Answers {

  private final ArtifactStore store;
  private final String directory;
  private final Duration keep;
  private final SortedMap<String, Answer> known = new TreeMap<>();
  private final SortedMap<String, Integer> numbers = new TreeMap<>();

  /**
   * @param directory where they are kept; ends in {@code /}
   * @param keep how long an answer is good
   */
  public Answers(ArtifactStore store, String directory, Duration keep) {
    this.store = requireNonNull(store, "store");
    this.directory = requireNonNull(directory, "directory");
    this.keep = requireNonNull(keep, "keep");
  }

  /** Reads what there is of {@code keys}: one listing, and a document for each that is there. */
  void load(SortedSet<String> keys) throws IOException {
    List<String> names = store.names(directory);
    for (String key : keys) {
      String prefix = directory + key + "/";
      int count = (int) names.stream().filter(name -> name.startsWith(prefix)).count();
      numbers.put(key, Math.max(0, count - 1));
      refresh(key);
    }
  }

  /** Returns the answer of {@code key} that is good at {@code now}, if there is one. */
  Optional<Answer> good(String key, Instant now) throws IOException {
    Optional<Answer> answer = Optional.ofNullable(known.get(key)).filter(it -> isGood(it, now));
    if (answer.isPresent()) {
      return answer;
    }

    refresh(key);
    return Optional.ofNullable(known.get(key)).filter(it -> isGood(it, now));
  }

  /** Keeps an answer; one that another stored meanwhile is as good. */
  void put(Answer answer) throws IOException {
    Journal journal = journal(answer.key());
    int next = numbers.getOrDefault(answer.key(), 0) + 1;
    if (journal.append(next, answer.toBytes())) {
      numbers.put(answer.key(), next);
      known.put(answer.key(), answer);
    } else {
      refresh(answer.key());
    }
  }

  private boolean isGood(Answer answer, Instant now) {
    return answer.at().plus(keep).isAfter(now);
  }

  private void refresh(String key) throws IOException {
    Journal journal = journal(key);
    for (int next = numbers.getOrDefault(key, 0) + 1; ; next++) {
      Optional<byte[]> content = journal.read(next);
      if (content.isEmpty()) {
        return;
      }
      known.put(key, Answer.parse(journal.name(next), content.get()));
      numbers.put(key, next);
    }
  }

  private Journal journal(String key) {
    return new Journal(store, directory + key + "/");
  }
}
