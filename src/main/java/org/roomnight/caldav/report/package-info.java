/**
 * Reports (RFC 3253 §3.6): a class each; what they cost, and how many are answered at once.
 */
@NullMarked
package org.roomnight.caldav.report;

import org.jspecify.annotations.NullMarked;
