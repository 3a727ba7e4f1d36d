package org.penstock.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.penstock.row.Column;
import org.penstock.row.Kind;

/** How columns look in Avro and in Parquet. */
final class ParquetTypes {

  private ParquetTypes() {}

  /**
   * Returns the Avro schema of a table: the fields in order, with their docs, optional ones as a
   * union with null.
   *
   * @throws org.apache.avro.SchemaParseException if a name is not made of letters, digits and _
   */
  static Schema avro(List<Column> columns) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Column column : columns) {
      Schema type = avro(column.kind());
      Schema optional =
          column.optional() ? Schema.createUnion(Schema.create(Schema.Type.NULL), type) : type;
      fields.add(
          column.optional()
              ? new Schema.Field(column.name(), optional, column.doc(), Schema.Field.NULL_VALUE)
              : new Schema.Field(column.name(), optional, column.doc()));
    }
    return Schema.createRecord("row", "", "org.penstock", false, fields);
  }

  /** Returns the same schema in Parquet. */
  static MessageType parquet(Schema schema) {
    return new AvroSchemaConverter().convert(schema);
  }

  /** Returns the kind of a column that somebody else wrote. */
  static Kind kind(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> dateType().equals(logical) ? Kind.DATE : Kind.INT;
      case INT64 ->
          logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation
              ? Kind.TIMESTAMP
              : Kind.LONG;
      case DOUBLE, FLOAT -> Kind.DOUBLE;
      case BOOLEAN -> Kind.BOOLEAN;
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> Kind.TEXT;
    };
  }

  /** Returns whether values stored as {@code type} can be read as {@code kind}. */
  static boolean holds(PrimitiveType type, Kind kind) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    PrimitiveTypeName stored = type.getPrimitiveTypeName();
    return switch (kind) {
      case INT -> stored == PrimitiveTypeName.INT32 && !dateType().equals(logical);
      case LONG ->
          stored == PrimitiveTypeName.INT64
              && !(logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation);
      case DOUBLE -> stored == PrimitiveTypeName.DOUBLE;
      case BOOLEAN -> stored == PrimitiveTypeName.BOOLEAN;
      case CATEGORY, TEXT -> stored == PrimitiveTypeName.BINARY && stringType().equals(logical);
      case DATE -> stored == PrimitiveTypeName.INT32 && dateType().equals(logical);
      case TIMESTAMP ->
          stored == PrimitiveTypeName.INT64
              && timestampType(false, TimeUnit.MICROS).equals(logical);
    };
  }

  private static Schema avro(Kind kind) {
    return switch (kind) {
      case INT -> Schema.create(Schema.Type.INT);
      case LONG -> Schema.create(Schema.Type.LONG);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case CATEGORY, TEXT -> Schema.create(Schema.Type.STRING);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case TIMESTAMP ->
          LogicalTypes.localTimestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
    };
  }
}
