package org.penstock.serving.page;

import static org.penstock.serving.page.OpenApi.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.Outlook;
import org.penstock.serving.http.ForecastLimits;

/** The part of the specification that tells of forecasts. */
final class ForecastOperation {

  private ForecastOperation() {}

  /** Returns the operation of {@code model}, which has an outlook. */
  static Map<String, Object> of(ModelBundle model) {
    Outlook outlook = model.outlook().orElseThrow();
    Map<String, Object> operation =
        OpenApi.operation(
            "forecast",
            ("What comes after %s, the end of the data: so many hours ahead, or what is usual at a"
                    + " place in the calendar of the stamps")
                .formatted(outlook.end()),
            "Forecast",
            List.of(400));
    List<Object> parameters = new ArrayList<>();
    parameters.add(parameter("hours", "How many hours ahead, alone", 1, ForecastLimits.HOURS));
    parameters.add(parameter("hour_of_day", "With the two below", 0, 23));
    parameters.add(parameter("day_of_week", "Monday is 0", 0, 6));
    parameters.add(parameter("day_of_year", "1 January is 1", 1, 366));
    operation.put("parameters", parameters);
    return operation;
  }

  private static Map<String, Object> parameter(
      String name, String description, int least, int most) {
    return tree(
        "name",
        name,
        "in",
        "query",
        "required",
        false,
        "description",
        description,
        "schema",
        tree("type", "integer", "minimum", least, "maximum", most));
  }

  /** Returns the answer: the moment that was asked for, and all up to it where hours were. */
  static Map<String, Object> schema() {
    Map<String, Object> moment = moment();
    Map<String, Object> properties =
        tree("model", tree("type", "string"), "now", tree("type", "string"));
    properties.putAll(moment);
    properties.put(
        "forecast", tree("type", "array", "items", tree("type", "object", "properties", moment)));
    return tree("type", "object", "properties", properties);
  }

  private static Map<String, Object> moment() {
    Map<String, Object> number = tree("type", "number");
    return tree(
        "time",
        tree("type", "string", "description", "As the data stamps it"),
        "prediction",
        number,
        "interval",
        tree(
            "type",
            "object",
            "properties",
            tree("lower", number, "upper", number, "confidence", number)));
  }
}
