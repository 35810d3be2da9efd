package org.roomnight.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Revision;
import org.roomnight.storage.Database;

/** Properties that clients set on resources (RFC 4918 §4): kept as they were sent, known by resource and name. */
public final class DavProperties {

    /** Properties that one resource keeps. */
    public static final int MAX_OF_RESOURCE = 100;

    /** Largest value, as XML, in characters. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** Octets of all properties of one resource: sixteen of the largest, and far more than any program sets. */
    public static final int MAX_OCTETS_OF_RESOURCE = 1024 * 1024;

    /** Resources in one statement: databases limit its parameters. */
    private static final int MAX_ASKED = 1_000;

    /** One property; {@code resource} is the caller's name for what has it, {@code xml} the whole element. */
    public record Stored(String resource, String namespace, String name, String xml) {}

    /** How large a property is, in octets, of which the value was not read. */
    public record Size(String resource, QName name, long octets) {}

    /** Which properties of a resource are to be read. */
    public sealed interface Wanted {
        record All() implements Wanted {}

        record Named(List<QName> names) implements Wanted {
            public Named {
                names = List.copyOf(names);
            }
        }
    }

    private final Database database;
    private final DavPropertyRows rows;
    private final CountRows counts;
    private final CalendarChanges changes;
    private final QuotaCheck check;

    DavProperties(Database database, CalendarChanges changes, Quotas quotas) {
        this.database = database;
        this.rows = new DavPropertyRows(database.jdbc());
        this.counts = new CountRows(database.jdbc());
        this.changes = changes;
        this.check = new QuotaCheck(counts, quotas);
    }

    /** A step of a change. */
    public sealed interface Step {
        record Set(Stored now) implements Step {}

        record Remove(String resource, String namespace, String name) implements Step {}
    }

    /** Loads the values: ask for the {@link #sizes} first where they may be many. */
    public List<Stored> of(PropertyId property, List<String> resources, Wanted wanted) {
        return inParts(resources, part -> rows.find(property, part, wanted));
    }

    /** What there is, without the values. */
    public List<Size> sizes(PropertyId property, List<String> resources, Wanted wanted) {
        return inParts(resources, part -> rows.sizes(property, part, wanted));
    }

    private <T> List<T> inParts(List<String> resources, Function<List<String>, List<T>> read) {
        return database.transactions().read(() -> {
            List<T> found = new ArrayList<>();
            for (int from = 0; from < resources.size(); from += MAX_ASKED) {
                found.addAll(read.apply(resources.subList(from, Math.min(from + MAX_ASKED, resources.size()))));
            }
            return found;
        });
    }

    /** Why a resource cannot have so many more octets of properties, in words for people; empty when it can. */
    public Optional<String> refusal(PropertyId property, String resource, long octets) {
        return database.transactions()
                .read(() -> check.refusal(property, DavPropertyRows.outer(resource), Holding.ofProperties(0, octets)));
    }

    /** The last change of a property of a collection or of what is inside; later ones have a higher revision. */
    public Revision looks(PropertyId property, String collection) {
        return database.transactions().read(() -> counts.looks(property, new Collection(collection)));
    }

    /** Takes the steps, which are of one resource, in their order, all or none. */
    public void change(PropertyId property, String resource, List<Step> steps) {
        database.transactions().write(property, () -> {
            steps.forEach(step -> take(property, step));
            return raise(property, resource);
        });
    }

    private void take(PropertyId property, Step step) {
        switch (step) {
            case Step.Set(Stored now) -> rows.set(property, now);
            case Step.Remove(String resource, String namespace, String name) ->
                rows.remove(property, resource, namespace, name);
        }
    }

    /** A resource has the properties of another from now on, and no others. */
    public void copy(PropertyId property, String from, String to) {
        database.transactions().write(property, () -> {
            rows.removeAll(property, to);
            rows.copy(property, from, to);
            return raise(property, to);
        });
    }

    private boolean raise(PropertyId property, String resource) {
        counts.looksChanged(
                property,
                DavPropertyRows.outer(resource),
                changes.raise(property).revision());
        return true;
    }
}
