/**
 * A Java record as a schema: its columns, their constraints, and how texts and named values become
 * a checked row.
 *
 * <p>Start with {@link org.penstock.row.RowSchema}.
 */
package org.penstock.row;
