/**
 * The XML of WebDAV and CalDAV (RFC 4918, 4791, 6578, 3744, 3253 §3.8): request bodies as records, answers as a stream.
 *
 * <p>No clock, no I/O but the stream that an answer goes to. Document types are refused, not resolved. Bad input is an
 * answer ({@link Asked.Rejected}), never an exception.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.roomnight.davxml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
