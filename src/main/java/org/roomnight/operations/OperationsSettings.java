package org.roomnight.operations;

import java.nio.file.Path;

/**
 * What an operator sets for readiness.
 *
 * @param folder where the data is
 * @param minFreeOctets with less room on its disk the server is not ready
 */
public record OperationsSettings(Path folder, long minFreeOctets) {}
