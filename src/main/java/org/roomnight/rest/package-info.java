/** The JSON door: controllers, DTO records, problems. */
@NullMarked
package org.roomnight.rest;

import org.jspecify.annotations.NullMarked;
