package org.penstock.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.json.JsonTree.Reading;

final class JsonTreeTest {

  @Test
  void sortsKeysAndLeavesNoSpace() {
    byte[] json =
        JsonTree.write(Map.of("b", List.of(1, 2.5, true, "ı\n"), "a", Map.of("z", 1L, "y", "")));

    assertEquals(
        "{\"a\":{\"y\":\"\",\"z\":1},\"b\":[1,2.5,true,\"ı\\n\"]}", new String(json, UTF_8));
  }

  @Test
  void readsWhatItWrites() {
    Map<String, Object> tree =
        Map.of("text", "ä\u2028", "list", List.of(1, Long.MAX_VALUE, -0.1), "empty", Map.of());

    assertEquals(tree, JsonTree.read(JsonTree.write(tree), Reading.DOUBLES));
  }

  @Test
  void keepsAllDigitsUntilItIsKnownWhatTheyMean() {
    String digits = "0.10000000149011612";
    byte[] json = "{\"number\":%s}".formatted(digits).getBytes(UTF_8);

    assertEquals(Map.of("number", new BigDecimal(digits)), JsonTree.read(json, Reading.ALL_DIGITS));
    assertEquals(
        0.1f,
        new JsonFields("thing", Map.of("list", List.of(new BigDecimal(digits)))).floats("list")[0]);
  }

  @Test
  void leavesOutWhatOthersCallNull() {
    byte[] json = "{\"a\":null,\"b\":{\"c\":null,\"d\":1}}".getBytes(UTF_8);

    assertEquals(Map.of("b", Map.of("d", 1)), JsonTree.read(json, Reading.WITHOUT_NULLS));
  }

  @Test
  void writesArraysAsTheShortestDecimals() {
    byte[] json =
        JsonTree.write(
            Map.of(
                "doubles", new double[] {0.1, -0.0, 5e-324},
                "floats", new float[] {0.1f},
                "ints", new int[] {1, -2},
                "rows", new double[][] {{1}, {}}));

    assertEquals(
        "{\"doubles\":[0.1,-0.0,4.9E-324],\"floats\":[0.1],\"ints\":[1,-2],\"rows\":[[1.0],[]]}",
        new String(json, UTF_8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void writesNoNumberThatJsonDoesNotHave(double number) {
    assertThrows(IllegalArgumentException.class, () -> JsonTree.write(Map.of("value", number)));
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
    assertThrows(
        IllegalArgumentException.class, () -> JsonTree.read(json.getBytes(UTF_8), Reading.DOUBLES));
  }
}
