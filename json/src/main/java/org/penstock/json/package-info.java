/**
 * JSON without data binding, for the formats that parts of Penstock write for each other.
 *
 * <p>Start with {@link org.penstock.json.JsonFields}.
 */
package org.penstock.json;
