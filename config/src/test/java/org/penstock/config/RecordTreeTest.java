package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.penstock.config.FeatureSettings.Ties;

class RecordTreeTest {

  record Part(String name, @Default("2") long size) {}

  record Everything(
      String text,
      int count,
      long size,
      double share,
      boolean open,
      Ties choice,
      Duration patience,
      LocalDate day,
      Instant time,
      Path file,
      URI place,
      AsOf asOf,
      Optional<Part> maybe,
      Optional<String> never,
      OptionalInt code,
      OptionalInt none,
      List<Part> parts,
      Map<String, Integer> numbers) {}

  private static final Everything EVERYTHING =
      new Everything(
          "7",
          -1,
          9_007_199_254_740_993L,
          0.1,
          true,
          Ties.ROW_ORDER,
          Duration.ofMinutes(90),
          LocalDate.of(2024, 1, 31),
          Instant.parse("2024-01-31T12:00:00.5Z"),
          Path.of("/tmp/a"),
          URI.create("s3://b/c"),
          new AsOf.Event(),
          Optional.of(new Part("a", 1)),
          Optional.empty(),
          OptionalInt.of(75),
          OptionalInt.empty(),
          List.of(new Part("b", 2), new Part("c", 3)),
          Map.of("x", 1));

  @Test
  void isSortedAndLeavesOutWhatIsAbsent() {
    assertEquals(
        "{as-of=event, choice=row-order, code=75, count=-1, day=2024-01-31, file=/tmp/a,"
            + " maybe={name=a, size=1}, numbers={x=1}, open=true, parts=[{name=b, size=2}, {name=c,"
            + " size=3}], patience=90m, place=s3://b/c, share=0.1, size=9007199254740993, text=7,"
            + " time=2024-01-31T12:00:00.500Z}",
        RecordTree.of(EVERYTHING).toString());
  }

  @Test
  void readsWhatItWrites() {
    assertEquals(EVERYTHING, RecordTree.read(RecordTree.of(EVERYTHING), "a", Everything.class));
  }

  @Test
  void tellsEveryProblem() {
    var tree = new TreeMap<String, Object>(RecordTree.of(EVERYTHING));
    tree.put("time", "noon");
    tree.put("count", "7");
    tree.put("code", 1.5);
    tree.put("open", null);
    tree.put("extra", List.of());

    var thrown =
        assertThrows(
            InvalidConfigException.class, () -> RecordTree.read(tree, "run", Everything.class));

    assertEquals(
        List.of(
            "run: extra: unknown key; known: [as-of, choice, code, count, day, file, maybe, never,"
                + " none, numbers, open, parts, patience, place, share, size, text, time]",
            "run: count: expected a whole number, got '7'",
            "run: open: expected true or false, got nothing",
            "run: time: expected a time like 2024-01-31T12:00:00Z, got 'noon'",
            "run: code: expected a whole number, got the number 1.5"),
        thrown.problems());
  }
}
