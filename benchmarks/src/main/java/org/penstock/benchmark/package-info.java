/**
 * Measurements of this project, to be run beside those of its peers; not part of the build.
 *
 * <p>Start with {@code benchmarks/tables.sh}.
 */
package org.penstock.benchmark;
