package org.roomnight.keys;

import java.nio.file.Path;

/**
 * What the operator has set.
 *
 * @param keyFile the file with the server's keys ({@code ROOMNIGHT_KEY_FILE}); made on the first start
 */
public record KeySettings(Path keyFile) {}
