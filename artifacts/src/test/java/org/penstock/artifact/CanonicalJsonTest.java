package org.penstock.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalJsonTest {

  @Test
  void sortsKeysAndLeavesNoSpace() {
    byte[] json =
        CanonicalJson.write(
            Map.of("b", List.of(1, 2.5, true, "ı\n"), "a", Map.of("z", 1L, "y", "")));

    assertEquals(
        "{\"a\":{\"y\":\"\",\"z\":1},\"b\":[1,2.5,true,\"ı\\n\"]}", new String(json, UTF_8));
  }

  @Test
  void readsWhatItWrites() {
    Map<String, Object> tree =
        Map.of("text", "ä\u2028", "list", List.of(1, Long.MAX_VALUE, -0.1), "empty", Map.of());

    assertEquals(tree, CanonicalJson.read(CanonicalJson.write(tree)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void writesNoNumberThatJsonDoesNotHave(double number) {
    assertThrows(
        IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("value", number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{\"a\":1",
        "{\"a\":[1}",
        "{\"a\":1}{}",
        "{\"a\":1} x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":null}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{'a':1}",
        "{\"a\":1,}",
        "{/**/\"a\":1}"
      })
  void refusesWhatIsNotOneStrictObject(String json) {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.read(json.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                           | The field 'name' of the thing is missing",
        "{\"name\":1}                 | The field 'name' of the thing is 1, expected string",
        "{\"name\":\"x\",\"more\":1}  | The thing has unknown fields: [more]"
      })
  void namesTheFieldThatIsWrong(String json, String message) {
    JsonFields fields = new JsonFields("thing", CanonicalJson.read(json.getBytes(UTF_8)));

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              fields.text("name");
              fields.end();
            });

    assertTrue(thrown.getMessage().equals(message), thrown::getMessage);
  }
}
