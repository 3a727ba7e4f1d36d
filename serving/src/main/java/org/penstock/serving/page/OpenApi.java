package org.penstock.serving.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penstock.feature.FeatureTable;
import org.penstock.serving.http.Answer;
import org.penstock.serving.http.Json;
import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * The specification of the API of a project, as <a
 * href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a>: with the names, ranges and
 * levels of its features, and an example for every request.
 *
 * @param served whose API it is
 */
record OpenApi(ServedModel served) implements Answer {

  @Override
  public void writeTo(JsonGenerator json) {
    Json.write(tree(), json);
  }

  private Map<String, Object> tree() {
    String project = served.model().project();
    return tree(
        "openapi",
        "3.1.1",
        "info",
        tree(
            "title", project,
            "version", served.deployment().run(),
            "description", served.model().card().description()),
        "paths",
        paths(),
        "components",
        tree("schemas", new OpenApiSchemas(served).tree()));
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths =
        served.features().hasEntities() ? entityPaths() : new LinkedHashMap<>();
    paths.put(
        "/v1/predictions",
        tree(
            "post",
            post(
                "predictions", "Predictions for %s".formatted(asked()), "Records", "Predictions")));
    if (served.model().outlook().isPresent()) {
      paths.put("/v1/forecast", tree("get", ForecastOperation.of(served.model())));
    }
    paths.put(
        "/v1/model",
        tree(
            "get",
            get(
                "model",
                "Model card: what is served, where it came from, who approved it",
                "Model")));
    paths.put("/health/live", tree("get", get("health", "The process runs", "Live")));
    paths.put(
        "/health/ready", tree("get", get("health", "The model is loaded and verified", "Ready")));
    return paths;
  }

  private String asked() {
    return switch (served.requests().shape()) {
      case FEATURES -> "named records of features, in order";
      case ROWS -> "named rows as the files have them, in order";
      case WINDOW -> "the last of the named rows of each entity, as the files have them";
    };
  }

  private Map<String, Object> entityPaths() {
    return tree(
        "/v1/features/{id}",
        tree("get", byId("features", "Latest features of an entity", "EntityFeatures")),
        "/v1/features",
        tree(
            "post",
            post("features", "Latest features of several entities", "Ids", "EntityFeaturesList")),
        "/v1/predictions/{id}",
        tree(
            "get",
            byId(
                "predictions",
                "Prediction for an entity from its latest features",
                "EntityPrediction")));
  }

  private Map<String, Object> byId(String tag, String summary, String schema) {
    FeatureTable features = served.features();
    Map<String, Object> parameter =
        tree(
            "name",
            "id",
            "in",
            "path",
            "required",
            true,
            "description",
            "The `%s` of the entity".formatted(features.entity().name()),
            "schema",
            OpenApiSchemas.id(features));
    if (features.size() > 0) {
      parameter.put("example", OpenApiSchemas.exampleId(features));
    }
    Map<String, Object> operation = operation(tag, summary, schema, List.of(400, 404));
    operation.put("parameters", List.of(parameter));
    return operation;
  }

  private static Map<String, Object> post(
      String tag, String summary, String request, String schema) {
    Map<String, Object> operation = operation(tag, summary, schema, List.of(400, 413, 415));
    operation.put(
        "requestBody",
        tree("required", true, "content", tree("application/json", tree("schema", ref(request)))));
    return operation;
  }

  private static Map<String, Object> get(String tag, String summary, String schema) {
    return operation(tag, summary, schema, List.of());
  }

  static Map<String, Object> operation(
      String tag, String summary, String schema, List<Integer> errors) {
    Map<String, Object> responses = tree("200", response("Done", schema));
    errors.forEach(status -> responses.put(Integer.toString(status), error(status)));
    String operationId = schema.substring(0, 1).toLowerCase(Locale.ROOT) + schema.substring(1);
    return tree(
        "operationId",
        operationId,
        "tags",
        List.of(tag),
        "summary",
        summary,
        "responses",
        responses);
  }

  private static Map<String, Object> error(int status) {
    return switch (status) {
      case 400 -> error("The request breaks the schema", "invalid-id", "'x' is no id", "id");
      case 404 -> error("No such entity", "unknown-id", "No features are known of id 0", "id");
      case 413 -> error("Too much at once", "request-too-large", "The request is too large");
      case 415 -> error("Not JSON", "unsupported-media-type", "Reads application/json only");
      default -> throw new IllegalArgumentException("No words for " + status);
    };
  }

  private static Map<String, Object> error(
      String description, String code, String message, String... field) {
    Map<String, Object> example = tree("code", code, "message", message);
    for (String name : field) {
      example.put("field", name);
    }
    return tree(
        "description",
        description,
        "content",
        tree("application/json", tree("schema", ref("Error"), "example", example)));
  }

  private static Map<String, Object> response(String description, String schema) {
    return tree(
        "description",
        description,
        "content",
        tree("application/json", tree("schema", ref(schema))));
  }

  static Map<String, Object> ref(String schema) {
    return tree("$ref", "#/components/schemas/" + schema);
  }

  /** Returns a map of alternating names and values, which keeps their order. */
  static Map<String, Object> tree(Object... namesAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }
}
