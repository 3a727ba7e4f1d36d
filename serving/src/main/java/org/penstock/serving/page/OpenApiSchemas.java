package org.penstock.serving.page;

import static org.penstock.serving.page.OpenApi.ref;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.FeatureTable;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Task;
import org.penstock.serving.production.ServedModel;
import org.penstock.serving.request.Field;
import org.penstock.serving.request.FieldProblem;

/** The shapes of requests and answers, as JSON Schema 2020-12. */
final class OpenApiSchemas {

  private final ServedModel served;

  OpenApiSchemas(ServedModel served) {
    this.served = served;
  }

  Map<String, Object> tree() {
    Map<String, Object> schemas = new TreeMap<>();
    schemas.put("Record", record());
    schemas.put("Records", listOr("records", ref("Record"), RequestExample.of(served.requests())));
    if (served.features().hasEntities()) {
      schemas.put("Features", features());
      schemas.put("Ids", listOr("ids", id(served.features()), exampleIds()));
      schemas.put(
          "EntityFeatures", OpenApi.tree("type", "object", "properties", entityFeatures(true)));
      schemas.put("EntityFeaturesList", entityFeaturesList());
      schemas.put("EntityPrediction", entityPrediction());
    }
    schemas.put("Predictions", predictions());
    if (served.model().outlook().isPresent()) {
      schemas.put("Forecast", ForecastOperation.schema());
    }
    schemas.put("Model", OpenApi.tree("type", "object"));
    schemas.put("Live", object(OpenApi.tree("live", type("boolean"))));
    schemas.put("Ready", object(OpenApi.tree("ready", type("boolean"))));
    schemas.put("Error", error());
    return schemas;
  }

  /** What clients post; fields that are not required are of no use to the model. */
  private Map<String, Object> record() {
    List<Field> fields = served.requests().fields();
    Map<String, Object> record = object(properties(fields.stream().map(Field::column).toList()));
    record.put(
        "required",
        fields.stream().filter(Field::required).map(field -> field.column().name()).toList());
    record.put("additionalProperties", false);
    record.put("example", RequestExample.of(served.requests()).getFirst());
    return record;
  }

  private Map<String, Object> features() {
    return object(properties(served.requests().features()));
  }

  private static Map<String, Object> properties(List<Column> columns) {
    Map<String, Object> properties = OpenApi.tree();
    columns.forEach(column -> properties.put(column.name(), schema(column)));
    return properties;
  }

  private static Map<String, Object> schema(Column column) {
    String type =
        switch (column.kind()) {
          case INT, LONG -> "integer";
          case DOUBLE -> "number";
          case BOOLEAN -> "boolean";
          case CATEGORY, TEXT, DATE, TIMESTAMP -> "string";
        };
    Map<String, Object> schema =
        OpenApi.tree("type", column.optional() ? List.of(type, "null") : type);
    if (column.kind() == Kind.DATE) {
      schema.put("format", "date");
    }
    if (column.kind() == Kind.CATEGORY && !column.optional()) {
      schema.put("enum", column.levels());
    }
    if (Double.isFinite(column.min())) {
      schema.put("minimum", number(column, column.min()));
    }
    if (Double.isFinite(column.max())) {
      schema.put("maximum", number(column, column.max()));
    }
    schema.put("description", description(column));
    return schema;
  }

  private static String description(Column column) {
    String doc = column.doc().isEmpty() ? column.name() : column.doc();
    return column.optional() && column.kind() == Kind.CATEGORY
        ? "%s; one of %s, or null".formatted(doc, column.levels())
        : doc;
  }

  static Object number(Column column, double value) {
    return column.kind() == Kind.DOUBLE ? (Object) value : (Object) (long) value;
  }

  private static Map<String, Object> listOr(String name, Object items, List<?> example) {
    Map<String, Object> list = OpenApi.tree("type", "array", "items", items);
    return OpenApi.tree(
        "oneOf", List.of(list, object(OpenApi.tree(name, list))), "example", example);
  }

  static Map<String, Object> id(FeatureTable features) {
    return features.entity().kind() == Kind.LONG
        ? OpenApi.tree("type", "integer", "format", "int64")
        : type("string");
  }

  static Object exampleId(FeatureTable features) {
    String id = features.id(0);
    return features.entity().kind() == Kind.LONG ? (Object) Long.parseLong(id) : id;
  }

  private List<Object> exampleIds() {
    FeatureTable features = served.features();
    return features.size() == 0 ? List.of() : List.of(exampleId(features));
  }

  private Map<String, Object> entityFeatures(boolean withDigests) {
    Map<String, Object> properties =
        OpenApi.tree(
            "id",
            id(served.features()),
            "status",
            OpenApi.tree("enum", List.of("PRESENT", "NOT_FOUND")),
            "event_time",
            time(),
            "features",
            ref("Features"));
    if (withDigests) {
      properties.putAll(digests());
    }
    return properties;
  }

  private Map<String, Object> entityFeaturesList() {
    Map<String, Object> properties = digests();
    properties.put(
        "entities",
        OpenApi.tree(
            "type",
            "array",
            "items",
            OpenApi.tree("type", "object", "properties", entityFeatures(false))));
    return object(properties);
  }

  private Map<String, Object> entityPrediction() {
    Map<String, Object> properties = OpenApi.tree("id", id(served.features()));
    properties.putAll(prediction());
    properties.putAll(threshold());
    properties.put("event_time", time());
    properties.putAll(digests());
    return OpenApi.tree("type", "object", "properties", properties);
  }

  private Map<String, Object> predictions() {
    Map<String, Object> prediction = object(prediction());
    if (served.requests().shape() == Request.WINDOW) {
      Map<String, Object> properties =
          OpenApi.tree("id", id(served.features()), "event_time", time());
      properties.putAll(prediction());
      prediction = object(properties);
    }
    Map<String, Object> properties = OpenApi.tree("model", digest("The model"));
    properties.putAll(threshold());
    properties.put("predictions", OpenApi.tree("type", "array", "items", prediction));
    if (served.requests().shape() == Request.WINDOW) {
      properties.put("repairs", RepairsSchema.tree());
    }
    return OpenApi.tree("type", "object", "properties", properties);
  }

  private Map<String, Object> threshold() {
    return served.model().task() == Task.BINARY
        ? OpenApi.tree("threshold", probability("From here on the second label is predicted"))
        : Map.of();
  }

  private Map<String, Object> prediction() {
    Map<String, Object> label = OpenApi.tree("enum", served.model().labels());
    return switch (served.model().task()) {
      case BINARY ->
          OpenApi.tree("probability", probability("Of the second label"), "class", label);
      case CLASSES ->
          OpenApi.tree(
              "probability",
              probability("Of the likeliest label, which is the class"),
              "class",
              label,
              "probabilities",
              object(probabilities()));
      case NUMBER -> number();
    };
  }

  private Map<String, Object> probabilities() {
    Map<String, Object> probabilities = OpenApi.tree();
    for (String label : served.model().labels()) {
      probabilities.put(label, probability("Of " + label));
    }
    return probabilities;
  }

  private Map<String, Object> number() {
    Map<String, Object> number = OpenApi.tree("prediction", type("number"));
    if (served.model().interval().isPresent()) {
      number.put(
          "interval",
          object(
              OpenApi.tree(
                  "lower",
                  type("number"),
                  "upper",
                  type("number"),
                  "confidence",
                  probability("The part of all numbers that should lie in theirs"))));
    }
    return number;
  }

  private static Map<String, Object> digests() {
    return OpenApi.tree(
        "model", digest("The model"), "feature_table", digest("The table of latest features"));
  }

  private static Map<String, Object> digest(String of) {
    return OpenApi.tree("type", "string", "pattern", "^sha256:[0-9a-f]{64}$", "description", of);
  }

  private static Map<String, Object> probability(String description) {
    return OpenApi.tree("type", "number", "minimum", 0, "maximum", 1, "description", description);
  }

  private static Map<String, Object> time() {
    return OpenApi.tree(
        "type", "string", "description", "When the row happened whose features these are");
  }

  private static Map<String, Object> error() {
    Map<String, Object> problem =
        object(
            OpenApi.tree(
                "record",
                type("integer"),
                "field",
                type("string"),
                "code",
                OpenApi.tree(
                    "enum",
                    List.of(FieldProblem.Code.values()).stream()
                        .map(FieldProblem.Code::text)
                        .toList()),
                "message",
                type("string")));
    Map<String, Object> error =
        OpenApi.tree(
            "type",
            "object",
            "required",
            List.of("code", "message"),
            "properties",
            OpenApi.tree(
                "code",
                type("string"),
                "message",
                type("string"),
                "field",
                type("string"),
                "problems",
                OpenApi.tree("type", "array", "items", problem)));
    return error;
  }

  private static Map<String, Object> type(String type) {
    return OpenApi.tree("type", type);
  }

  /** An object that has all of these properties. */
  private static Map<String, Object> object(Map<String, Object> properties) {
    return OpenApi.tree(
        "type",
        "object",
        "required",
        new ArrayList<>(properties.keySet()),
        "properties",
        properties);
  }
}
