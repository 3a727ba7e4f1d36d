/**
 * The {@code penstock} command: runs pipelines on this machine, approves, serves, explains.
 *
 * <p>Start with {@link org.penstock.cli.PenstockMain}, then {@link org.penstock.cli.RunCommand}.
 */
package org.penstock.cli;
