package org.penstock.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTest {

  @Test
  void writesInBlockStyle() {
    Map<String, Object> tree =
        Tree.of(
            "list",
            List.of(Tree.of("a", "b", "c", List.of(1, true)), "x", List.of("y")),
            "nothing",
            Tree.of("in-map", Map.of(), "in-list", List.of()));

    assertEquals(
        """
        list:
          - a: b
            c:
              - 1
              - true
          - x
          -
            - "y"
        nothing:
          in-map: {}
          in-list: []
        """,
        Yaml.write(tree));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no",
        "Off",
        "y",
        "null",
        "~",
        "1",
        "1.5",
        "1e3",
        "0x1F",
        "12:30",
        "2026-01-02",
        "a: b",
        "a #b",
        "- a",
        "{{$.x['y']}}",
        "it's \"so\"",
        "a\\b",
        "a\nb",
        "\t",
        "\u0001",
        "é",
        "%",
        "@a",
        "`",
        "!x",
        "&a",
        "*a",
        "|",
        ">",
        "?",
        "=",
        "<<",
        "trailing "
      })
  void keepsATextAsItIs(String text) {
    String yaml = Yaml.write(Map.of("key", List.of(text)));

    assertEquals(
        Map.of("key", List.of(text)),
        new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "N", "yes", "no", "on", "OFF", "true", "null", "nan", "1_000"})
  void quotesWhatYaml11TakesForSomethingElse(String text) {
    assertEquals("key: \"%s\"\n".formatted(text), Yaml.write(Map.of("key", text)));
  }
}
