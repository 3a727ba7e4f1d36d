package org.penstock.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How one start of a program ended.
 *
 * @param phase succeeded, failed or error
 * @param outputs empty unless it succeeded
 */
record Attempt(
    NodePhase phase,
    OptionalInt exitCode,
    String message,
    Duration duration,
    Map<String, String> outputs) {}
