package org.penstock.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServingNameTest {

  @Test
  void namesTheServiceBeforeTheDeployment() {
    assertEquals(
        URI.create("http://credit-risk.penstock-serving.svc"),
        ServingName.parse("penstock-serving/credit-risk").service());
  }

  @ParameterizedTest
  @ValueSource(strings = {"credit-risk", "/credit-risk", "a/", "a/b/c", "A/b", "a b/c", "a/-b"})
  void refusesWhatIsNoNameOfADeployment(String text) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> ServingName.parse(text));

    assertEquals(
        "expected NAMESPACE/NAME of a Deployment, such as penstock-serving/credit-risk, got '%s'"
            .formatted(text),
        thrown.getMessage());
  }
}
