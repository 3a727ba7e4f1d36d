package org.penstock.cli;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.penstock.artifact.Sha256;

/**
 * One step in the table at the end of a run.
 *
 * @param name of the node
 * @param result in a word or two
 * @param cached whether an earlier result was taken
 * @param rows it worked on, if it counts them
 * @param seconds it took in this run, if it ran
 * @param mainOutput the first artifact it declares
 * @param outputs every artifact by name
 */
record StepRow(
    String name,
    String result,
    boolean cached,
    OptionalLong rows,
    OptionalDouble seconds,
    Optional<Sha256> mainOutput,
    Map<String, Sha256> outputs) {

  StepRow {
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }
}
