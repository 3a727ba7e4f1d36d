package org.penstock.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.RowSchema;

class ArrivalOrderTest {

  record Visit(@EventTime LocalDate day, @Entity String who) {}

  @Test
  void countsRowsBehindALaterOneOfTheirEntity() {
    ArrivalOrder<Visit> order = new ArrivalOrder<>(RowSchema.of(Visit.class));

    for (String visit : "3A 5A 4B 4A 5A 4A 4B".split(" ")) {
      order.add(new Visit(LocalDate.of(2024, 1, visit.charAt(0) - '0'), visit.substring(1)));
    }

    assertEquals(2, order.late());
  }

  @Test
  void rowsWithoutATimeHaveNoOrder() {
    record Plain(int number) {}
    ArrivalOrder<Plain> order = new ArrivalOrder<>(RowSchema.of(Plain.class));

    order.add(new Plain(2));
    order.add(new Plain(1));

    assertEquals(0, order.late());
  }
}
