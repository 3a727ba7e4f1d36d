package org.penstock.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.row.Column;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Role;
import org.penstock.row.TableSchema;

class TrainingTableTest {

  record Visit(
      @Label boolean ill,
      double weight,
      @EventTime LocalDate day,
      String ward,
      @Entity String patient,
      @Id long number) {}

  record VisitFeatures(int visits, double weight) {}

  record LeakyFeatures(int visits, boolean ill) {}

  private static final TrainingTable<Visit, VisitFeatures> TABLE =
      new TrainingTable<>(new View<>(VisitFeatures.class));

  @Test
  void aTrainingRowIsIdentityGroupSlicesLabelFeatures() {
    assertEquals(
        List.of("number", "patient", "day", "group_key", "ward", "ill", "visits", "weight"),
        names(TABLE.training(List.of("ward"))));
  }

  @Test
  void everyColumnHasItsRole() {
    assertEquals(
        List.of(
            Set.of(Role.ID),
            Set.of(Role.ENTITY),
            Set.of(Role.EVENT_TIME),
            Set.of(Role.GROUP),
            Set.of(Role.SLICE),
            Set.of(Role.LABEL),
            Set.of(Role.FEATURE),
            Set.of(Role.FEATURE)),
        TABLE.training(List.of("ward")).columns().stream().map(Column::roles).toList());
  }

  @Test
  void aFeatureThatIsASliceStandsThereOnce() {
    TableSchema<?> table = TABLE.training(List.of("weight", "patient"));

    assertEquals(
        List.of("number", "patient", "day", "group_key", "ill", "visits", "weight"), names(table));
    assertEquals(Set.of(Role.FEATURE, Role.SLICE), table.columns().getLast().roles());
    assertEquals(Set.of(Role.ENTITY, Role.SLICE), table.columns().get(1).roles());
  }

  @Test
  void latestIsEntityTimeFeatures() {
    assertEquals(List.of("patient", "day", "visits", "weight"), names(TABLE.latest()));
  }

  @Test
  void namesAllSlicesThatAreNoColumns() {
    var thrown =
        assertThrows(
            NoSuchElementException.class, () -> TABLE.training(List.of("wards", "ward", "vists")));

    assertEquals(
        List.of(
            "Unknown column 'wards'; did you mean 'ward'?",
            "Unknown column 'vists'; did you mean 'visits'?"),
        thrown.getMessage().lines().toList());
  }

  @Test
  void refusesAFeatureWithTheNameOfTheLabel() {
    var leaky = new TrainingTable<>(new View<>(LeakyFeatures.class));

    var thrown = assertThrows(IllegalArgumentException.class, () -> leaky.training(List.of()));

    assertEquals("Two columns are called 'ill'", thrown.getMessage());
  }

  private static List<String> names(TableSchema<?> table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private record View<F extends Record>(Class<F> featureType) implements FeatureView<Visit, F> {
    @Override
    public Class<Visit> rowType() {
      return Visit.class;
    }

    @Override
    public History<Visit, F> history() {
      throw new UnsupportedOperationException();
    }
  }
}
