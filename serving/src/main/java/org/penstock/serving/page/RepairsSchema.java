package org.penstock.serving.page;

import java.util.Map;

/** The part of the specification that tells what was put right in a window. */
final class RepairsSchema {

  private RepairsSchema() {}

  static Map<String, Object> tree() {
    Map<String, Object> schema =
        OpenApi.tree(
            "type",
            "object",
            "description",
            "What was found in the rows before anything was predicted; what was not is absent");
    schema.put(
        "properties",
        OpenApi.tree(
            "late_rows", count("Stood below a later row of their entity: sorted by time"),
            "equal_rows", count("Equal to another: left out"),
            "other_rows", count("Disagree with another of their entity and time: left out"),
            "conflicts", count("Disagree with another of their entity and time: kept"),
            "gaps", count("Times that the next row of an entity came later than a step"),
            "absent", count("Rows that are absent in these gaps"),
            "irregular", count("Times that a row came off the step"),
            "stuck",
                OpenApi.tree(
                    "type",
                    "object",
                    "description",
                    "Readings that stood still, by column: taken for missing",
                    "additionalProperties",
                    OpenApi.tree("type", "integer", "minimum", 1))));
    return schema;
  }

  private static Map<String, Object> count(String description) {
    return OpenApi.tree("type", "integer", "minimum", 1, "description", description);
  }
}
