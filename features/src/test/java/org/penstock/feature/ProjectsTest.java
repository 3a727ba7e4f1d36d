package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectsTest {

  private static final Project PAYMENTS = new Named("payments");
  private static final Project VISITS = new Named("visits");

  @Test
  void findsAProjectByItsName() {
    assertSame(VISITS, Projects.named("visits", List.of(PAYMENTS, VISITS)));
  }

  @Test
  void namesThoseThereAre() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Projects.named("Visits", List.of(PAYMENTS, VISITS)));

    assertEquals(
        "No project 'Visits' on the class path; there are [payments, visits]", thrown.getMessage());
  }

  private record Named(String name) implements ModelProject {
    @Override
    public FeatureView<?, ?> view() {
      return new Payment.View();
    }

    @Override
    public void writeSample(long seed, int entities, Appendable csv) {
      throw new UnsupportedOperationException();
    }
  }
}
