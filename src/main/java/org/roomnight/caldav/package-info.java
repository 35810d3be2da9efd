/**
 * The CalDAV door (RFC 4918, 4791, 6578 and others, see COMPLIANCE.md): one class a method, a property, a report.
 *
 * <p>{@link CalDavFilter} lets a visitor in, {@link DavPath} says what an address means, {@link DavTree} finds the
 * resource, a {@link DavMethod} answers. Whatever is refused is a {@link Refused} and becomes an answer in one place.
 */
@ApplicationModule(
        allowedDependencies = {
            "availability",
            "calendar",
            "calquery",
            "connection",
            "davxml",
            "entry",
            "http",
            "ical",
            "inventory",
            "kernel",
            "keys"
        })
@NullMarked
package org.roomnight.caldav;

import org.jspecify.annotations.NullMarked;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.method.DavMethod;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.caldav.tree.DavTree;
import org.springframework.modulith.ApplicationModule;
