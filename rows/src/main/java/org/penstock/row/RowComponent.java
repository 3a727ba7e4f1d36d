package org.penstock.row;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one record component says of its column.
 *
 * @param column the column
 * @param valueType type of a present value: {@code int.class} for {@code int} and {@link
 *     OptionalInt}, the enum for an enum and the {@link Optional} of it
 * @param declared type of the component
 * @param spelling how it is written in files
 * @param unseen the level of every text that is none of the others, if one is marked
 */
record RowComponent(
    Column column,
    Class<?> valueType,
    Class<?> declared,
    Spelling spelling,
    Optional<Enum<?>> unseen) {

  private static final Map<Class<?>, Class<?>> UNWRAPPED =
      Map.of(
          OptionalInt.class, int.class,
          OptionalLong.class, long.class,
          OptionalDouble.class, double.class,
          Boolean.class, boolean.class);

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          int.class, Kind.INT,
          long.class, Kind.LONG,
          double.class, Kind.DOUBLE,
          boolean.class, Kind.BOOLEAN,
          String.class, Kind.TEXT,
          LocalDate.class, Kind.DATE,
          LocalDateTime.class, Kind.TIMESTAMP);

  private static final Set<Kind> NUMBERS = EnumSet.of(Kind.INT, Kind.LONG, Kind.DOUBLE);

  static RowComponent of(RecordComponent component) {
    Class<?> declared = component.getType();
    Class<?> inner = declared == Optional.class ? argument(component) : declared;
    Class<?> valueType = UNWRAPPED.getOrDefault(inner, inner);
    boolean optional =
        declared == Optional.class || declared.getSimpleName().startsWith("Optional");
    Kind kind = valueType.isEnum() ? Kind.CATEGORY : KINDS.get(valueType);
    if (kind == null || declared == Boolean.class) {
      throw refused(component, "has type %s, which no column can have", component.getGenericType());
    }
    requireFits(component, kind, optional);
    Range range = component.getAnnotation(Range.class);
    Doc doc = component.getAnnotation(Doc.class);
    return new RowComponent(
        new Column(
            name(component),
            kind,
            optional,
            levels(valueType),
            range == null ? Double.NEGATIVE_INFINITY : range.min(),
            range == null ? Double.POSITIVE_INFINITY : range.max(),
            roles(component, valueType),
            component.isAnnotationPresent(Personal.class),
            doc == null ? "" : doc.value()),
        valueType,
        declared,
        spelling(component),
        unseen(component, valueType));
  }

  /** Returns this component as one of a record that is itself a component, called {@code outer}. */
  RowComponent within(RecordComponent outer) {
    String prefix = name(outer) + "_";
    Spelling inner = spelling;
    return new RowComponent(
        column.withName(prefix + column.name()),
        valueType,
        declared,
        new Spelling(prefix + inner.header(), inner.yes(), inner.no(), inner.missing()),
        unseen);
  }

  private static Optional<Enum<?>> unseen(RecordComponent component, Class<?> type) {
    List<Enum<?>> marked = new ArrayList<>();
    for (Field constant : type.isEnum() ? type.getFields() : new Field[0]) {
      if (constant.isAnnotationPresent(Unseen.class)) {
        marked.add((Enum<?>) type.getEnumConstants()[ordinal(type, constant)]);
      }
    }
    if (marked.size() > 1) {
      throw refused(component, "has more than one level that is @Unseen: %s", marked);
    }
    return marked.stream().findFirst();
  }

  private static int ordinal(Class<?> type, Field constant) {
    return Arrays.stream(type.getEnumConstants())
        .map(level -> ((Enum<?>) level).name())
        .toList()
        .indexOf(constant.getName());
  }

  private static void requireFits(RecordComponent component, Kind kind, boolean optional) {
    if (component.isAnnotationPresent(Range.class) && !NUMBERS.contains(kind)) {
      throw refused(component, "has a @Range, which is for numbers, and is %s", kind);
    }
    if (component.isAnnotationPresent(YesNo.class) && kind != Kind.BOOLEAN) {
      throw refused(component, "has @YesNo, which is for booleans, and is %s", kind);
    }
    if (component.isAnnotationPresent(Missing.class) && !optional) {
      throw refused(component, "has @Missing but is not an Optional: %s", component.getType());
    }
    if (component.isAnnotationPresent(EventTime.class)
        && (optional || (kind != Kind.DATE && kind != Kind.TIMESTAMP))) {
      throw refused(component, "is the event time, so a LocalDate or LocalDateTime, got %s", kind);
    }
    if (component.isAnnotationPresent(Entity.class)
        && (optional || (kind != Kind.LONG && kind != Kind.TEXT))) {
      throw refused(component, "is the entity, so a long or String, got %s", kind);
    }
    if (component.isAnnotationPresent(Id.class) && optional) {
      throw refused(component, "is the id and cannot be missing: %s", component.getType());
    }
  }

  private static IllegalArgumentException refused(
      RecordComponent component, String sentence, Object detail) {
    return new IllegalArgumentException(
        "Component '%s' of %s "
                .formatted(component.getName(), component.getDeclaringRecord().getSimpleName())
            + sentence.formatted(detail));
  }

  private static Class<?> argument(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType optional
            && optional.getActualTypeArguments()[0] instanceof Class<?> argument
        ? argument
        : Object.class;
  }

  private static List<String> levels(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
        : List.of();
  }

  private static Spelling spelling(RecordComponent component) {
    Missing missing = component.getAnnotation(Missing.class);
    YesNo yesNo = component.getAnnotation(YesNo.class);
    Header header = component.getAnnotation(Header.class);
    return new Spelling(
        header == null ? name(component) : header.value(),
        yesNo == null ? "Y" : yesNo.yes(),
        yesNo == null ? "N" : yesNo.no(),
        missing == null ? Set.of() : Set.of(missing.value()));
  }

  private static String name(RecordComponent component) {
    Named named = component.getAnnotation(Named.class);
    return named != null
        ? named.value()
        : component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Set<Role> roles(RecordComponent component, Class<?> type) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Map.of(
            Id.class, Role.ID,
            Entity.class, Role.ENTITY,
            EventTime.class, Role.EVENT_TIME,
            Label.class, Role.LABEL)
        .forEach((annotation, role) -> {
          if (component.isAnnotationPresent(annotation)) {
            roles.add(role);
          }
        });
    if (type == Part.class) {
      roles.add(Role.PART);
    }
    return roles;
  }
}
