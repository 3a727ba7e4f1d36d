package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penstock.row.Named;

/** Random tables, written as CSV in a random but legal way, are read back as they were. */
class CsvFuzzTest {

  private static final String[] PIECES = {
    "a", "bc", "Ä€𝄞", "\"", ",", "\n", "\r\n", " ", "0123456789", "\"\"", ";", "'"
  };

  record Four(
      @Named("a") Optional<String> first,
      @Named("b") Optional<String> second,
      @Named("c") Optional<String> third,
      @Named("d") String last) {}

  @Test
  void readsBackWhatWasWritten() {
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String end = random.nextBoolean() ? "\n" : "\r\n";
      StringBuilder csv = new StringBuilder("a,b,c,d").append(end);
      List<Four> expected = new ArrayList<>();
      int rows = random.nextInt(2_000);
      for (int i = 0; i < rows; i++) {
        Four row =
            new Four(text(random), text(random), text(random), "x" + text(random).orElse(""));
        expected.add(row);
        csv.append(field(row.first().orElse(""), random)).append(',');
        csv.append(field(row.second().orElse(""), random)).append(',');
        csv.append(field(row.third().orElse(""), random)).append(',');
        csv.append(field(row.last(), random)).append(end);
      }

      Csv<Four> read = Csv.read(Four.class, csv.toString().getBytes(StandardCharsets.UTF_8));

      assertEquals(List.of(), read.badRows(), "seed " + seed);
      assertEquals(expected, read.rows(), "seed " + seed);
    }
  }

  private static Optional<String> text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(random.nextInt(20) == 0 ? 400 : 5);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return Optional.of(text.toString()).filter(some -> !some.isEmpty());
  }

  private static String field(String text, SplittableRandom random) {
    boolean needsQuotes =
        text.startsWith("\"") || text.contains(",") || text.contains("\n") || text.endsWith("\r");
    return needsQuotes || random.nextInt(4) == 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
