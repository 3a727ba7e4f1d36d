/**
 * Cross-checks of the files that engines read: what a YAML names exists in the code, and the other
 * way round.
 *
 * <p>Start with {@code ArgoFilesTest}; {@code Checkout} finds the files.
 */
package org.penstock.checks;
