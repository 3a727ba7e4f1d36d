package org.penstock.serving.http;

import java.util.List;
import org.penstock.feature.FeatureTable;
import org.penstock.row.Kind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds entities by the ids that requests name. */
final class EntityIds {

  private static final int SHOWN_LENGTH = 40;

  private EntityIds() {}

  /**
   * Reads a list of ids, in order; an id is a JSON text or a whole number.
   *
   * @throws MalformedBodyException if the body is anything else
   * @throws InvalidIdException if one of them cannot be an id
   */
  static List<String> read(byte[] body, FeatureTable features) {
    return JsonBody.list(body, "ids", (json, index) -> id(json, index, features));
  }

  private static String id(JsonParser json, int index, FeatureTable features) {
    boolean scalar =
        json.currentToken() == JsonToken.VALUE_STRING
            || json.currentToken() == JsonToken.VALUE_NUMBER_INT;
    if (!scalar) {
      throw new InvalidIdException(
          "Item %d of the list is no id: expected %s".formatted(index, expected(features)));
    }

    String id = json.getString();
    requireId(id, features);
    return id;
  }

  /**
   * Returns the row of {@code id} in the feature table.
   *
   * @throws InvalidIdException if it cannot be an id
   * @throws UnknownEntityException if nothing is known of the entity
   */
  static int rowOf(String id, FeatureTable features) {
    int row = features.rowOf(id);
    if (row < 0) {
      requireId(id, features);
      throw new UnknownEntityException(
          features.hasEntities()
              ? "No features are known of id %s".formatted(shown(id))
              : "Rows have no ids here; post them to /v1/predictions");
    }

    return row;
  }

  private static void requireId(String id, FeatureTable features) {
    if (!features.isEntityId(id)) {
      throw new InvalidIdException(
          "'%s' is no id: expected %s".formatted(shown(id), expected(features)));
    }
  }

  private static String expected(FeatureTable features) {
    return features.entity().kind() == Kind.LONG ? "a whole number" : "a text";
  }

  private static String shown(String id) {
    return id.length() <= SHOWN_LENGTH ? id : id.substring(0, SHOWN_LENGTH) + "…";
  }
}
