package org.penstock.serving.request;

import static java.util.Objects.requireNonNull;

import org.penstock.row.Column;

/**
 * A field of the records of a request.
 *
 * @param column its name, kind and range
 * @param required whether it must be named; one that may be missing is then null
 */
public record Field(Column column, boolean required) {

  public Field {
    requireNonNull(column, "column");
  }
}
