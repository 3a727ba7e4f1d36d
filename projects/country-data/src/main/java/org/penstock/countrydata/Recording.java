package org.penstock.countrydata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.artifact.CanonicalJson;

/** What the stand-in answers, by code. */
final class Recording {

  private Recording() {}

  /**
   * Reads {@code country_data.json}, a list of answers that the vendor once gave. Whoever recorded
   * it took Namibia's code for a missing value and never asked; its answer is added.
   *
   * @throws IllegalArgumentException if it is no such list
   */
  static SortedMap<String, Map<String, Object>> read(Path file) throws IOException {
    SortedMap<String, Map<String, Object>> answers = new TreeMap<>();
    String list = Files.readString(file, StandardCharsets.UTF_8);
    byte[] object = ("{\"answers\":" + list + "}").getBytes(StandardCharsets.UTF_8);
    Object entries = CanonicalJson.readForeign(object).get("answers");
    if (!(entries instanceof List<?> all)) {
      throw new IllegalArgumentException("expected a list");
    }
    answers.put("NA", Map.of("code", "NA", "name", "Namibia", "continent", "AF"));
    for (Object entry : all) {
      if (!(entry instanceof Map<?, ?> fields) || !(fields.get("code") instanceof String code)) {
        throw new IllegalArgumentException("expected a 'code' in every answer, got " + entry);
      }
      Map<String, Object> answer = new TreeMap<>();
      fields.forEach((name, value) -> answer.put((String) name, value));
      answers.put(code, answer);
    }
    return answers;
  }

  /** Returns answers about the countries of the sample. */
  static SortedMap<String, Map<String, Object>> ofAtlas() {
    SortedMap<String, Map<String, Object>> answers = new TreeMap<>();
    for (Atlas country : Atlas.values()) {
      country
          .continent()
          .ifPresent(continent ->
              answers.put(
                  country.name(),
                  Map.of(
                      "code", country.name(),
                      "name", country.listed().orElseThrow(),
                      "continent", continent)));
    }
    return answers;
  }
}
