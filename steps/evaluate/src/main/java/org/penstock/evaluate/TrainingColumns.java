package org.penstock.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penstock.config.ProjectConfig;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.Role;
import org.penstock.table.ParquetColumns;

/** Reads of a training table what an evaluation looks at, and nothing else. */
final class TrainingColumns {

  private static final Set<Role> NEEDED =
      EnumSet.of(Role.FEATURE, Role.LABEL, Role.ENTITY, Role.GROUP, Role.PART, Role.EVENT_TIME);

  private TrainingColumns() {}

  static ColumnTable read(Path file, ProjectConfig config) throws IOException {
    List<String> names =
        ParquetColumns.columns(file).stream()
            .filter(column ->
                column.roles().stream().anyMatch(NEEDED::contains)
                    || config.evaluate().slices().contains(column.name()))
            .map(Column::name)
            .toList();
    return ParquetColumns.read(file, names);
  }
}
