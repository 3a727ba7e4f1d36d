package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigNodeTest {

  private static final ConfigNode NODE =
      YamlReader.read(
              """
              # a comment
              a:
                b:
                  - c: 1
                    d: 2
                  - 3
              e: text
              """,
              new Problems("a.yaml"))
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "'', 2",
    "a, 2",
    "a.b, 3",
    "a.b[0], 4",
    "a.b[0].d, 5",
    "a.b[1], 6",
    "a.b[2], 3",
    "a.b[9999999999], 3",
    "a.b.c, 3",
    "a.x.y, 2",
    "e, 7",
    "e.f, 7",
    "x, 2",
  })
  void knowsTheLineOfAPathOrOfTheLastThingOnTheWay(String path, int line) {
    assertEquals(line, NODE.lineOf(path));
  }
}
