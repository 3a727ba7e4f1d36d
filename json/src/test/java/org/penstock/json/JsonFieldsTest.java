package org.penstock.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTest {

  private static final String GOOD =
      "{\"format-version\":1,\"name\":\"x\",\"whole\":3,\"list\":[1,2.5],\"rows\":[[1],[2]],"
          + "\"inner\":{\"parts\":[{\"time\":\"PT1H\"}]}}";

  @Test
  void takesApartWhatIsRight() {
    assertEquals("x PT1H 3 2.5 2.0", taken(GOOD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"x\", | '' | The field 'name' of the thing is missing",
        "\"x\" | 1 | The field 'name' of the thing is 1, expected a text",
        "\"whole\":3 | \"whole\":3.5 | The field 'whole' of the thing is 3.5, expected an integer",
        "\"whole\":3 | \"whole\":3000000000"
            + " | The field 'whole' of the thing is 3000000000, expected an integer",
        "[1,2.5] | [1,\"2\"] | The field 'list[1]' of the thing is '2', expected a number",
        "[1,2.5] | {} | The field 'list' of the thing is an object, expected a list",
        "[2] | [true] | The field 'rows[1][0]' of the thing is true, expected a number",
        "[[1],[2]] | [1] | The field 'rows[0]' of the thing is 1, expected a list",
        "[{ | [[],{ | The field 'inner.parts[0]' of the thing is a list, expected an object",
        "\"PT1H\" | 1 | The field 'inner.parts[0].time' of the thing is 1, expected a text",
        "\"PT1H\" | \"1h\""
            + " | The field 'inner.parts[0].time' of the thing is wrong: Text cannot be parsed to a Duration",
        "\"time\": | \"more\":1,\"time\": | The thing has unknown fields: [inner.parts[0].more]",
        "format-version\":1 | format-version\":2 | The thing has format-version 2; this program reads 1",
        "\"x\" | null | The thing is unreadable: JSON of ours has no null"
      })
  void namesTheFieldThatIsWrong(String right, String wrong, String message) {
    var thrown = assertThrows(InvalidJsonException.class, () -> taken(GOOD.replace(right, wrong)));

    assertEquals(message, thrown.getMessage());
  }

  @Test
  void placesWhatAConstructorRefuses() {
    JsonFields inner = new JsonFields("thing", Map.of("a", Map.of())).object("a");

    assertEquals(
        "The thing at a: too long",
        inner.wrong(new IllegalArgumentException("too long")).getMessage());
    assertEquals(
        "The thing: no",
        new JsonFields("thing", Map.of()).wrong(new IllegalArgumentException("no")).getMessage());
  }

  @Test
  void takesMapsOfFreeKeys() {
    JsonFields fields = new JsonFields("thing", Map.of("sizes", Map.of("a", 1, "b", 2)));

    assertEquals(Map.of("a", "1", "b", "2"), fields.map("sizes", Object::toString));
    fields.end();
  }

  @Test
  void takesWholeNumbersOnly() {
    JsonFields fields =
        JsonFields.read("thing", 1, "{\"format-version\":1,\"by\":[1,2]}".getBytes(UTF_8));

    assertArrayEquals(new int[] {1, 2}, fields.integers("by"));
  }

  private static String taken(String json) {
    JsonFields fields = JsonFields.read("thing", 1, json.getBytes(UTF_8));
    JsonFields inner = fields.object("inner");
    JsonFields part = inner.objects("parts").getFirst();
    String all =
        "%s %s %s %s %s"
            .formatted(
                fields.text("name"),
                part.parsed("time", Duration::parse),
                fields.int32("whole"),
                fields.numbers("list")[1],
                fields.rows("rows")[1][0]);
    part.end();
    inner.end();
    fields.end();
    return all;
  }
}
