package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ByteDictionaryTest {

  /** Texts of a and b differ in one place often, whatever their length. */
  @Test
  void tellsSimilarKeysOfEveryLengthApart() {
    SplittableRandom random = new SplittableRandom(1);
    ByteDictionary<String> dictionary = new ByteDictionary<>();
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(30);
      for (int j = 0; j < length; j++) {
        text.append(random.nextInt(8) == 0 ? 'b' : 'a');
      }
      String key = text.toString();

      String found = find(dictionary, key);

      assertEquals(expected.get(key), found, key);
      if (found == null && !dictionary.isFull()) {
        expected.put(key, key);
        dictionary.put(key.getBytes(StandardCharsets.US_ASCII), key);
      }
    }
  }

  @Test
  void isFullAfterABoundedNumberOfKeys() {
    ByteDictionary<Integer> dictionary = new ByteDictionary<>();
    int added = 0;
    while (!dictionary.isFull() && added < 1_000_000) {
      dictionary.put(Integer.toString(added).getBytes(StandardCharsets.US_ASCII), added);
      added++;
    }

    assertTrue(added < 100_000, "still not full after " + added);
  }

  /** What stands before and after a key does not matter. */
  private static String find(ByteDictionary<String> dictionary, String key) {
    byte[] bytes = ("ab" + key + "abababab").getBytes(StandardCharsets.US_ASCII);
    return dictionary.find(bytes, 2, 2 + key.length());
  }
}
