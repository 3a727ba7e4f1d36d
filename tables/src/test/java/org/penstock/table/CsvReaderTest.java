package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Header;
import org.penstock.row.Id;
import org.penstock.row.Named;
import org.penstock.row.Part;
import org.penstock.row.Personal;
import org.penstock.row.RowSchema;
import org.penstock.row.Unseen;

class CsvReaderTest {

  record Pair(@Named("a") String first, @Named("b") Optional<String> second) {}

  record Secret(@Personal String name, int count) {
    Secret {
      if (count == 13) {
        throw new IllegalArgumentException("thirteen is not counted");
      }
    }
  }

  @Test
  void readsEveryKind() {
    Csv<Trip> csv = Csv.read(Trip.HEADER, Trip.line(1), Trip.sparseLine(2));

    assertEquals(List.of(), csv.badRows());
    assertEquals(List.of(Trip.of(1), Trip.sparse(2)), csv.rows());
    assertEquals(new CsvSummary(2, 0, List.of()), csv.summary());
  }

  @Test
  void findsColumnsInAnyOrder() {
    List<String> names = new ArrayList<>(List.of("b", "a"));

    Csv<Pair> csv = Csv.read(Pair.class, Csv.bytes(String.join(",", names), "2,1"));

    assertEquals(List.of(new Pair("1", Optional.of("2"))), csv.rows());
  }

  @Test
  void ignoresAndNamesUnknownColumns() {
    Csv<Pair> csv = Csv.read(Pair.class, Csv.bytes("x,a,,b", "\u00e4,1,\"\n\",2", "1,3,2,"));

    assertEquals(
        List.of(new Pair("1", Optional.of("2")), new Pair("3", Optional.empty())), csv.rows());
    assertEquals(List.of("x", ""), csv.summary().unknownColumns());
  }

  record Placed(int number, Optional<Part> part) {}

  @Test
  void givesAFileTheColumnThatItLacks() throws Exception {
    List<Placed> rows = new ArrayList<>();
    CsvReader<Placed> reader = new CsvReader<>(RowSchema.of(Placed.class)).given("part", "test");

    reader.read("a", new ByteArrayInputStream(Csv.bytes("number", "1", "2")), rows::add, _ -> {});

    assertEquals(
        List.of(new Placed(1, Optional.of(Part.TEST)), new Placed(2, Optional.of(Part.TEST))),
        rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test | number,part | column 'part' is there, and given beside the file as well",
        "''   | number      | column 'part' is missing (or name the part that each file is:"
      })
  void tellsWhereAPartComesFromTwiceOrNever(String given, String header, String reason) {
    CsvReader<Placed> plain = new CsvReader<>(RowSchema.of(Placed.class));
    CsvReader<Placed> reader = given.isEmpty() ? plain : plain.given("part", given);

    var thrown =
        assertThrows(
            InvalidTableException.class,
            () ->
                reader.read(
                    "a", new ByteArrayInputStream(Csv.bytes(header, "1")), _ -> {}, _ -> {}));

    assertTrue(thrown.getMessage().contains(reason), thrown.getMessage());
  }

  enum Size {
    SMALL,
    @Unseen
    OTHER
  }

  record Parcel(@Id @Header("") long parcelId, Optional<Size> size) {}

  @Test
  void readsAColumnThatTheHeaderLeavesWithoutAName() {
    List<Parcel> expected = List.of(new Parcel(7, Optional.of(Size.SMALL)));

    assertEquals(expected, Csv.read(Parcel.class, Csv.bytes(",size", "7,SMALL")).rows());
    assertEquals(expected, Csv.read(Parcel.class, Csv.bytes("size,parcel_id", "SMALL,7")).rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size | column 'parcel_id' is missing",
        ",parcel_id,size | column 'parcel_id' is there twice",
        ",,size | column 'parcel_id' is there twice"
      })
  void wantsAColumnOfTwoNamesOnce(String header, String reason) {
    var thrown =
        assertThrows(
            InvalidTableException.class, () -> Csv.read(Parcel.class, Csv.bytes(header, "1,2,3")));

    assertEquals("trips.csv: " + reason, thrown.getMessage());
  }

  @Test
  void tellsALevelNeverSeenFromAMissingOne() {
    Csv<Parcel> csv =
        Csv.read(Parcel.class, Csv.bytes(",size", "1,SMALL", "2,HUGE", "3,", "4,small"));

    assertEquals(
        List.of(
            Optional.of(Size.SMALL),
            Optional.of(Size.OTHER),
            Optional.empty(),
            Optional.of(Size.OTHER)),
        csv.rows().stream().map(Parcel::size).toList());
  }

  @Test
  void namesEveryColumnThatIsMissingOrTwice() {
    var thrown =
        assertThrows(
            InvalidTableException.class,
            () -> Csv.read(Trip.HEADER.replace("seats", "seat").replace("late", "mode")));

    assertEquals(
        "trips.csv: column 'late' is missing; column 'seats' is missing (is it the one called"
            + " 'seat'?); column 'mode' is there twice; not expected are 'seat'",
        thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a;b\\n1;2\\n | fields are separated by ';', expected ','",
        "a\\tb\\n1\\t2\\n | fields are separated by '\\t', expected ','",
        "a,b\\r1,2\\r3,4\\r | lines end in CR alone, expected LF or CR LF",
        "PK\\3\\4a,b\\n | is a ZIP archive, as spreadsheets are too; expected the CSV itself",
        "PAR1a,b\\n | is Parquet, expected CSV",
        "a,b\\n\\0\\n | is no text, byte 4 is zero; expected CSV in UTF-8",
        "Ada,1815\\nGrace,1906\\n | the first line is no header, or that of other data: it has none of the columns 'a', 'b'"
      })
  void saysWhatFormatItIsWithoutRepeatingTheFile(String escaped, String reason) {
    byte[] bytes = escaped.translateEscapes().getBytes(StandardCharsets.UTF_8);

    var thrown = assertThrows(InvalidTableException.class, () -> Csv.read(Pair.class, bytes));

    assertEquals("trips.csv: " + reason, thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void readsBothLineEnds(String end) {
    byte[] bytes = ("a,b" + end + "1,2" + end + "3," + end).getBytes(StandardCharsets.UTF_8);

    assertEquals(
        List.of(new Pair("1", Optional.of("2")), new Pair("3", Optional.empty())),
        Csv.read(Pair.class, bytes).rows());
  }

  @Test
  void readsALastLineWithoutItsEnd() {
    byte[] bytes = "a,b\n1,2\n3,4".getBytes(StandardCharsets.UTF_8);

    assertEquals(2, Csv.read(Pair.class, bytes).rows().size());
  }

  @Test
  void skipsAByteOrderMark() {
    byte[] bytes = "\ufeffa,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    assertEquals(List.of(new Pair("1", Optional.of("2"))), Csv.read(Pair.class, bytes).rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void refusesUtf16(String charset) throws IOException {
    byte[] bytes = "\ufeffa,b\n1,2\n".getBytes(charset);

    var thrown = assertThrows(InvalidTableException.class, () -> Csv.read(Pair.class, bytes));

    assertEquals("trips.csv: is text in UTF-16, expected UTF-8", thrown.getMessage());
  }

  @Test
  void readsQuotedFields() {
    Csv<Pair> csv =
        Csv.read(
            Pair.class,
            Csv.bytes(
                "\"a\",\"b\"",
                "\"1,2\",\"say \"\"hi\"\"\"",
                "\"line 1\nline 2\r\nline 3\",\"\"",
                "5\" pipe,x\"y\"",
                "\"\"\"\",z"));

    assertEquals(List.of(), csv.badRows());
    assertEquals(
        List.of(
            new Pair("1,2", Optional.of("say \"hi\"")),
            new Pair("line 1\nline 2\r\nline 3", Optional.empty()),
            new Pair("5\" pipe", Optional.of("x\"y\"")),
            new Pair("\"", Optional.of("z"))),
        csv.rows());
  }

  @Test
  void countsLinesInsideQuotes() {
    Csv<Pair> csv =
        Csv.read(Pair.class, Csv.bytes("a,b", "\"1\n2\n3\",x", "", ",bad", "\"\n\",", ",worse"));

    assertEquals(List.of(6L, 9L), csv.badRows().stream().map(BadRow::line).toList());
  }

  @Test
  void refusesTextAfterAClosingQuote() {
    Csv<Pair> csv = Csv.read(Pair.class, Csv.bytes("a,b", "\"1\"2,3", "4,5"));

    assertEquals(
        List.of(new BadRow(2, "a", "has text after its closing quote", Optional.of("\"1\"2"))),
        csv.badRows());
    assertEquals(1, csv.rows().size());
  }

  @Test
  void refusesAQuoteThatIsNotClosed() {
    byte[] bytes = "a,b\n1,2\n\"3,4\n5,6\n".getBytes(StandardCharsets.UTF_8);

    Csv<Pair> csv = Csv.read(Pair.class, bytes);

    assertEquals(
        List.of(
            new BadRow(
                3,
                "",
                "a quoted field is not closed before the end of the file",
                Optional.empty())),
        csv.badRows());
    assertEquals(1, csv.rows().size());
  }

  @Test
  void stopsAtAQuoteThatSwallowsTheFile() {
    byte[] bytes = new byte[40 << 20];
    Arrays.fill(bytes, (byte) '\n');
    byte[] start = "a,b\n1,2\n\"3,4\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, bytes, 0, start.length);

    var thrown = assertThrows(InvalidTableException.class, () -> Csv.read(Pair.class, bytes));

    assertEquals(
        "trips.csv: the row of line 3 is longer than 16 MB; is a quote not closed?",
        thrown.getMessage());
  }

  @Test
  void refusesRowsWithAFieldTooFewOrTooMany() {
    Csv<Pair> csv = Csv.read(Pair.class, Csv.bytes("a,b", "1", "1,2,3", "4,5", ",,,"));

    assertEquals(
        List.of(
            "line 2: has 1 fields, expected 2",
            "line 3: has 3 fields, expected 2",
            "line 5: has 4 fields, expected 2"),
        csv.badRows().stream().map(BadRow::toString).toList());
    assertEquals(List.of(new Pair("4", Optional.of("5"))), csv.rows());
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] bytes = "a,b\nM\u00fcller,1\nMueller,2\n".getBytes(StandardCharsets.ISO_8859_1);

    Csv<Pair> csv = Csv.read(Pair.class, bytes);

    assertEquals(
        List.of("line 2: 'a' is not text in UTF-8"),
        csv.badRows().stream().map(BadRow::toString).toList());
    assertEquals(1, csv.rows().size());
  }

  @Test
  void keepsPersonalValuesToItself() {
    Csv<Secret> csv = Csv.read(Secret.class, Csv.bytes("name,count", ",1", "Ada,many"));

    assertEquals(
        List.of(
            new BadRow(2, "name", "is missing, expected a text", Optional.empty()),
            new BadRow(
                3, "count", "is 'many', expected a whole number of 32 bits", Optional.of("many"))),
        csv.badRows());
  }

  @Test
  void takesWhatTheRecordRefusesAsABadRow() {
    Csv<Secret> csv = Csv.read(Secret.class, Csv.bytes("name,count", "Ada,13"));

    assertEquals(
        List.of(new BadRow(2, "", "thirteen is not counted", Optional.empty())), csv.badRows());
  }

  @Test
  void refusesAnIdForTheSecondTime() {
    Csv<Trip> csv = Csv.read(Trip.HEADER, Trip.line(7), Trip.line(8), Trip.line(7));

    assertEquals(
        List.of("line 4: 'trip_id' repeats the id of an earlier row"),
        csv.badRows().stream().map(BadRow::toString).toList());
    assertEquals(2, csv.rows().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n\n", "\r\n"})
  void refusesAFileWithoutAHeader(String text) {
    var thrown =
        assertThrows(
            InvalidTableException.class,
            () -> Csv.read(Pair.class, text.getBytes(StandardCharsets.UTF_8)));

    assertTrue(thrown.getMessage().startsWith("trips.csv: "), thrown.getMessage());
  }

  @Test
  void readsAHeaderWithoutRows() {
    assertEquals(new CsvSummary(0, 0, List.of()), Csv.read(Trip.HEADER).summary());
  }

  @Test
  void unpacksGzip() {
    byte[] packed = Csv.gzip(Csv.bytes("a,b", "1,2"));

    assertEquals(1, Csv.read(Pair.class, packed).rows().size());
  }

  @Test
  void unpacksSeveralGzipMembers() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(Csv.gzip(Csv.bytes("a,b", "1,2")));
    packed.write(Csv.gzip(Csv.bytes("3,4")));

    assertEquals(2, Csv.read(Pair.class, packed.toByteArray()).rows().size());
  }

  @Test
  void refusesATruncatedGzip() {
    byte[] packed = Csv.gzip(Csv.bytes("a,b", "1,2", "3,4"));

    var thrown =
        assertThrows(
            InvalidTableException.class,
            () -> Csv.read(Pair.class, Arrays.copyOf(packed, packed.length - 9)));

    assertEquals("trips.csv: the gzip stream ends too early: it is truncated", thrown.getMessage());
  }

  @Test
  void refusesADamagedGzip() {
    byte[] packed = Csv.gzip(Csv.bytes("a,b", "1,2", "3,4"));
    packed[packed.length - 6] ^= 1;

    var thrown = assertThrows(InvalidTableException.class, () -> Csv.read(Pair.class, packed));

    assertTrue(thrown.getMessage().contains("the gzip stream is damaged"), thrown.getMessage());
  }

  @Test
  void saysThatThereIsNoFile(@TempDir Path directory) {
    CsvReader<Pair> reader = new CsvReader<>(RowSchema.of(Pair.class));

    assertThrows(
        NoSuchFileException.class,
        () -> reader.read(directory.resolve("none.csv"), row -> {}, row -> {}));
    var thrown =
        assertThrows(FileSystemException.class, () -> reader.read(directory, row -> {}, row -> {}));
    assertTrue(thrown.getMessage().contains("is a directory"), thrown.getMessage());
  }

  @Test
  void passesOnWhatTheConsumerThrows() {
    byte[] bytes = Csv.bytes(Collections.nCopies(300_000, "a,b").toArray(String[]::new));
    CsvReader<Pair> reader = new CsvReader<>(RowSchema.of(Pair.class));

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                reader.read(
                    "x",
                    new java.io.ByteArrayInputStream(bytes),
                    row -> {
                      throw new IllegalStateException("enough");
                    },
                    row -> {}));

    assertEquals("enough", thrown.getMessage());
  }

  @Test
  void readsRowsThatCrossBlocks() {
    String wide = "x".repeat(100_000);
    List<String> lines = new ArrayList<>(List.of("a,b"));
    List<Pair> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add("%d%s,\"%s\n\"".formatted(i, wide, wide));
      expected.add(new Pair(i + wide, Optional.of(wide + "\n")));
    }

    Csv<Pair> csv = Csv.read(Pair.class, Csv.bytes(lines.toArray(String[]::new)));

    assertEquals(expected, csv.rows());
  }
}
