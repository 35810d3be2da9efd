package org.roomnight.davxml;

import java.util.List;
import javax.xml.namespace.QName;

/** The body of PROPPATCH: set and remove in document order (RFC 4918 §14.19). */
public record PropertyUpdate(List<Change> changes) {

    public PropertyUpdate {
        changes = List.copyOf(changes);
    }

    public sealed interface Change {
        QName name();

        /** The element is the property itself with its value inside. */
        record Set(Element property) implements Change {
            @Override
            public QName name() {
                return property.name();
            }
        }

        record Remove(QName name) implements Change {}
    }
}
