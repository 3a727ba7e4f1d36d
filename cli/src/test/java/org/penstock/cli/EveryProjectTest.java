package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;
import org.penstock.feature.Project;
import org.penstock.feature.Projects;
import org.penstock.row.Role;
import org.penstock.row.RowSchema;
import org.penstock.table.BadRow;
import org.penstock.table.CsvReader;

/** What is true of every project that lies in the checkout, without a test of its own. */
class EveryProjectTest {

  private static final PenstockHome HOME = PenstockHome.ofEnvironment();

  @Test
  void isInThreePlaces() throws IOException {
    List<String> modules = new ArrayList<>();
    try (Stream<Path> directories = Files.list(HOME.root().resolve("projects"))) {
      directories
          .filter(directory -> Files.exists(directory.resolve("pom.xml")))
          .forEach(directory -> modules.add(directory.getFileName().toString()));
    }

    assertEquals(modules.stream().sorted().toList(), names(Projects.all()), "on the class path");
    assertEquals(modules.stream().sorted().toList(), HOME.projects(), "in pipelines/argo");
  }

  /** The packaged settings, which images carry, are those of the checkout. */
  @ParameterizedTest
  @MethodSource("all")
  void hasSettingsThatFitIt(String name) throws IOException {
    Settings packaged = Settings.of(new PenstockHome(Path.of("none")), name, Optional.empty());

    assertEquals(name, packaged.checked().name());
    assertEquals(
        Files.readString(HOME.settings(name).orElseThrow()),
        new String(packaged.yaml(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("withModels")
  void hasASampleThatRepeatsAndKeepsTheContract(String name) throws Exception {
    ModelProject project = Projects.named(name, ModelProject.class);
    List<BadRow> bad = new ArrayList<>();

    List<?> rows = read(project, project.view(), bad);

    assertEquals(List.of(), bad);
    assertFalse(rows.isEmpty());
    assertEquals(sample(project, 3), sample(project, 3));
    assertNotEquals(sample(project, 3), sample(project, 4));
  }

  /** With every row's outcome turned, its features stay; the rows before it are as they were. */
  @ParameterizedTest
  @MethodSource("withModels")
  void readsNoOutcomeOfTheRowItself(String name) throws Exception {
    ModelProject project = Projects.named(name, ModelProject.class);

    assertTrue(turned(project, project.view()) >= 100);
  }

  private static <R extends Record, F extends Record> int turned(
      ModelProject project, FeatureView<R, F> view) throws Exception {
    RowSchema<R> schema = RowSchema.of(view.rowType());
    int entity = schema.indexOf(Role.ENTITY);
    Map<Object, History<R, F>> histories = new HashMap<>();
    int compared = 0;
    List<R> rows = new ArrayList<>(read(project, view, new ArrayList<>()));
    rows.sort(Comparator.comparing(row -> time(schema, row)));
    for (R row : rows) {
      LocalDateTime asOf = time(schema, row);
      History<R, F> history =
          entity < 0
              ? view.history()
              : histories.computeIfAbsent(schema.value(row, entity), _ -> view.history());
      F features = history.features(row, asOf);
      assertEquals(features, history.features(turned(schema, row), asOf), row::toString);
      history.observe(row);
      compared++;
    }
    return compared;
  }

  private static <R extends Record> LocalDateTime time(RowSchema<R> schema, R row) {
    int column = schema.indexOf(Role.EVENT_TIME);
    return switch (column < 0 ? LocalDateTime.MIN : schema.value(row, column)) {
      case LocalDate day -> day.atStartOfDay();
      case LocalDateTime time -> time;
      case Object other -> throw new AssertionError("A time of " + other.getClass());
    };
  }

  private static <R extends Record> R turned(RowSchema<R> schema, R row) {
    Object[] values = new Object[schema.columns().size()];
    for (int i = 0; i < values.length; i++) {
      Object value = schema.value(row, i);
      values[i] = schema.columns().get(i).is(Role.LABEL) ? another(value) : value;
    }
    return schema.create(values);
  }

  private static Object another(Object label) {
    return switch (label) {
      case Boolean truth -> !truth;
      case Double number -> number + 1;
      case Integer number -> number + 1;
      case Long number -> number + 1;
      case Enum<?> level -> {
        Object[] levels = level.getDeclaringClass().getEnumConstants();
        yield levels[(level.ordinal() + 1) % levels.length];
      }
      default -> throw new AssertionError("A label of " + label.getClass());
    };
  }

  private static <R extends Record> List<R> read(
      ModelProject project, FeatureView<R, ?> view, List<BadRow> bad) throws Exception {
    List<R> rows = new ArrayList<>();
    byte[] csv = sample(project, 3).getBytes(StandardCharsets.UTF_8);
    new CsvReader<>(RowSchema.of(view.rowType()))
        .read("sample.csv", new ByteArrayInputStream(csv), rows::add, bad::add);
    return rows;
  }

  private static String sample(ModelProject project, long seed) throws IOException {
    StringBuilder csv = new StringBuilder();
    project.writeSample(seed, 100, csv);
    return csv.toString();
  }

  static List<String> all() {
    return names(Projects.all());
  }

  static List<String> withModels() {
    return names(Projects.all().stream().filter(ModelProject.class::isInstance).toList());
  }

  private static List<String> names(List<? extends Project> projects) {
    return projects.stream().map(Project::name).toList();
  }
}
