package org.penstock.artifact;

import java.util.Map;
import org.penstock.json.JsonTree;
import org.penstock.json.JsonTree.Reading;

/** JSON of artifacts, which has one spelling for each value: see {@link JsonTree}. */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * Writes {@code value}.
   *
   * @throws IllegalArgumentException if it has a part that JSON of ours does not have
   */
  public static byte[] write(Object value) {
    return JsonTree.write(value);
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if {@code json} is not one object, has a key twice, a null, or
   *     anything after its end
   */
  public static Map<String, Object> read(byte[] json) {
    return JsonTree.read(json, Reading.DOUBLES);
  }

  /**
   * Reads an object that somebody else wrote, as {@link #read(byte[])} does, except that what is
   * null is left out.
   *
   * @throws IllegalArgumentException if {@code json} is not one object, has a key twice, a null in
   *     a list, or anything after its end
   */
  public static Map<String, Object> readForeign(byte[] json) {
    return JsonTree.read(json, Reading.WITHOUT_NULLS);
  }
}
