package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreOptionsTest {

  private static final Map<String, String> SET =
      Map.of("PENSTOCK_STORE", "s3://a/b", "PENSTOCK_S3_ENDPOINT", "http://127.0.0.1:9000");

  @Test
  void areNotTypedForTheUsualStore() {
    assertEquals("", options(".penstock/store").typed(Map.of()));
  }

  @Test
  void areTypedForAnotherStore() {
    StoreOptions bucket = options("s3://a/b");
    bucket.endpoint = URI.create("http://127.0.0.1:9000");

    assertEquals(" --store elsewhere", options("elsewhere").typed(Map.of()));
    assertEquals(" --store s3://a/b --s3-endpoint http://127.0.0.1:9000", bucket.typed(Map.of()));
  }

  @Test
  void areNotTypedForWhatTheEnvironmentSays() {
    StoreOptions bucket = options("s3://a/b");
    bucket.endpoint = URI.create("http://127.0.0.1:9000");

    assertEquals("", bucket.typed(SET));
  }

  @Test
  void areTypedForTheUsualStoreWhereTheEnvironmentSaysAnother() {
    assertEquals(" --store .penstock/store", options(".penstock/store").typed(SET));
  }

  private static StoreOptions options(String location) {
    StoreOptions options = new StoreOptions();
    options.location = location;
    return options;
  }
}
