package org.roomnight.davxml;

import java.util.List;

/** The body of MKCALENDAR (RFC 4791 §5.3.1) or extended MKCOL (RFC 5689): the properties to begin with. */
public record NewCollection(List<Element> properties) {

    public NewCollection {
        properties = List.copyOf(properties);
    }
}
