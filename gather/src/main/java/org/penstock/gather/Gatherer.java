package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penstock.config.GatherSettings;

/**
 * Asks a vendor for each of some keys, once, and keeps the answers.
 *
 * <p>A call is reserved before it is made, and an answer is stored before it counts. Killed at any
 * moment, what was answered is not asked again; only a call that was under way may be paid for a
 * second time. A key that fails is asked again after a while, a few times; when three in a row fail
 * for good, the vendor is left alone.
 */
public final class Gatherer {

  private static final int FAILURES_IN_A_ROW = 3;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final Vendor vendor;
  private final AnswerCheck check;
  private final GatherSettings settings;
  private final GatherBooks books;
  private final Clock clock;
  private final Sleeper sleeper;
  private final GatherListener listener;
  private final Backoff backoff;

  private final Map<String, Integer> attempts = new HashMap<>();
  private final SortedMap<String, Answer> answers = new TreeMap<>();
  private final SortedMap<String, String> failed = new TreeMap<>();
  private final Deque<String> queue = new ArrayDeque<>();
  private int total;
  private int calls;
  private int failuresInARow;

  /**
   * @param check decides whether a body is an answer
   * @param books what was spent and answered, and whether asking is allowed
   */
  public Gatherer(
      Vendor vendor,
      AnswerCheck check,
      GatherSettings settings,
      GatherBooks books,
      Clock clock,
      Sleeper sleeper,
      GatherListener listener) {
    this.vendor = requireNonNull(vendor, "vendor");
    this.check = requireNonNull(check, "check");
    this.settings = requireNonNull(settings, "settings");
    this.books = requireNonNull(books, "books");
    this.clock = requireNonNull(clock, "clock");
    this.sleeper = requireNonNull(sleeper, "sleeper");
    this.listener = requireNonNull(listener, "listener");
    this.backoff = new Backoff(settings.backoff(), books.gatherer());
  }

  /**
   * Asks for {@code keys} until all are answered or something says that it is enough.
   *
   * @throws VendorRefusedException if the vendor will not answer until a person changes something
   * @throws DamagedJournalException if nobody can tell what was spent
   * @throws IOException if the store fails
   */
  public Gathered gather(SortedSet<String> keys) throws IOException, InterruptedException {
    total = keys.size();
    queue.addAll(keys);
    books.answers().load(keys);
    Optional<Ending> ending = Optional.empty();
    while (ending.isEmpty() && !queue.isEmpty()) {
      String key = queue.removeFirst();
      if (!isAnswered(key)) {
        queue.addFirst(key);
        ending = next();
      }
    }
    return report(ending);
  }

  private Gathered report(Optional<Ending> ending) throws IOException {
    SortedSet<String> open = new TreeSet<>(queue);
    // What was answered before is brought back, also where asking had to end.
    for (String key : queue) {
      if (isAnswered(key)) {
        open.remove(key);
      }
    }
    Ending last =
        ending
            .filter(_ -> !open.isEmpty() || !failed.isEmpty())
            .orElseGet(() ->
                new Ending(
                    failed.isEmpty() ? Ending.Why.COMPLETE : Ending.Why.VENDOR,
                    "",
                    failed.isEmpty() ? Optional.empty() : Optional.of(clock.instant())));
    return new Gathered(answers, failed, open, calls, books.ledger().usage(), last);
  }

  private boolean isAnswered(String key) throws IOException {
    Optional<Answer> answer = books.answers().good(key, clock.instant());
    answer.ifPresent(this::count);
    return answer.isPresent();
  }

  private void count(Answer answer) {
    answers.put(answer.key(), answer);
    listener.progress(answers.size(), total);
  }

  /** Makes the next call, or says why there is none. */
  private Optional<Ending> next() throws IOException, InterruptedException {
    Optional<Ending> closed = books.gate().closed();
    if (closed.isPresent()) {
      return closed;
    }

    String key = queue.removeFirst();
    Reservation reservation = books.ledger().reserve(key);
    return switch (reservation) {
      case Reservation.Exhausted(Ending.Why why, Instant next) -> {
        queue.addFirst(key);
        yield Optional.of(new Ending(why, "", Optional.of(next)));
      }
      case Reservation.Claimed(Instant until) -> {
        queue.addLast(key);
        letOthersFinish(until);
        yield Optional.empty();
      }
      case Reservation.Granted(Call call) -> {
        queue.addFirst(key);
        yield make(call);
      }
    };
  }

  /** Others are asked about only when nothing else is left to ask. */
  private void letOthersFinish(Instant until) throws InterruptedException {
    boolean allClaimed = queue.stream().allMatch(key -> books.ledger().isClaimed(key));
    if (allClaimed) {
      Duration left = Duration.between(clock.instant(), until);
      pause(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN, "another gatherer asks");
    }
  }

  private Optional<Ending> make(Call call) throws IOException, InterruptedException {
    Optional<Ending> closed = books.gate().closed();
    if (closed.isPresent()) {
      return closed;
    }

    String key = queue.removeFirst();
    if (isAnswered(key)) {
      return Optional.empty();
    }
    calls++;
    Reply reply = vendor.ask(key);
    return switch (reply) {
      case Reply.Found(String body) -> {
        Optional<String> problem = check.problem(key, body);
        yield problem.isPresent()
            ? failed(call, problem.get(), Optional.empty())
            : answered(call, Optional.of(body));
      }
      case Reply.Absent _ -> answered(call, Optional.empty());
      case Reply.Failed(String reason, Optional<Duration> after) -> failed(call, reason, after);
      case Reply.Refused(String reason) -> {
        listener.called(call.number(), key, reason);
        throw new VendorRefusedException(
            "%s for '%s', which no further call would change; %d of %d keys are answered and kept"
                .formatted(reason, key, answers.size(), total));
      }
    };
  }

  private Optional<Ending> answered(Call call, Optional<String> body) throws IOException {
    Answer answer = new Answer(call.key(), body, clock.instant());
    books.answers().put(answer);
    failuresInARow = 0;
    listener.called(call.number(), call.key(), body.isPresent() ? "answered" : "no such thing");
    count(answer);
    return Optional.empty();
  }

  private Optional<Ending> failed(Call call, String reason, Optional<Duration> after)
      throws IOException, InterruptedException {
    listener.called(call.number(), call.key(), reason);
    int attempt = attempts.merge(call.key(), 1, Integer::sum);
    Duration wait = backoff.after(attempt);
    if (after.isPresent() && after.get().compareTo(wait) > 0) {
      wait = after.get();
      books.pauses().add(clock.instant().plus(wait), reason);
    }
    if (attempt < settings.attempts()) {
      queue.addFirst(call.key());
    } else {
      failed.put(call.key(), reason);
      failuresInARow++;
    }
    if (failuresInARow == FAILURES_IN_A_ROW) {
      Instant next = clock.instant().plus(after.orElse(Duration.ZERO));
      return Optional.of(new Ending(Ending.Why.VENDOR, reason, Optional.of(next)));
    }
    if (wait.compareTo(settings.maxWait()) > 0) {
      return Optional.of(
          new Ending(Ending.Why.PAUSED, reason, Optional.of(clock.instant().plus(wait))));
    }
    if (!queue.isEmpty()) {
      pause(wait, reason);
    }
    return Optional.empty();
  }

  private void pause(Duration time, String reason) throws InterruptedException {
    listener.waits(time, reason);
    sleeper.sleep(time);
  }
}
