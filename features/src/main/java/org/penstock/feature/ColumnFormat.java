package org.penstock.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

/** The description of a column in the head of a feature table; see docs/artifacts.md. */
final class ColumnFormat {

  private ColumnFormat() {}

  static void write(Column column, DataOutput out) throws IOException {
    out.writeUTF(column.name());
    out.writeUTF(column.kind().name());
    out.writeBoolean(column.optional());
    out.writeBoolean(column.personal());
    out.writeDouble(column.min());
    out.writeDouble(column.max());
    out.writeUTF(column.doc());
    writeTexts(column.levels(), out);
    writeTexts(new TreeSet<>(column.roles()).stream().map(Role::name).toList(), out);
  }

  static Column read(DataInput in) throws IOException {
    String name = in.readUTF();
    Kind kind = Kind.valueOf(in.readUTF());
    boolean optional = in.readBoolean();
    boolean personal = in.readBoolean();
    double min = in.readDouble();
    double max = in.readDouble();
    String doc = in.readUTF();
    List<String> levels = readTexts(in);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String role : readTexts(in)) {
      roles.add(Role.valueOf(role));
    }
    return new Column(name, kind, optional, levels, min, max, roles, personal, doc);
  }

  private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readTexts(DataInput in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
