package org.roomnight.caldav.property;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.roomnight.davxml.DavRefusal;
import org.roomnight.davxml.Multistatus.Group;

/**
 * Whether the property changes of one request are allowed, and what forbids each of the others: they are made all or not
 * at all (RFC 4918 §9.2).
 */
public final class PropertyChangeResult {

    private final Set<QName> names = new LinkedHashSet<>();
    private final Map<QName, DavRefusal> problems = new LinkedHashMap<>();

    /** The first problem of a property is the one that is told. */
    public void add(QName name, Optional<DavRefusal> problem) {
        names.add(name);
        problem.ifPresent(found -> problems.putIfAbsent(name, found));
    }

    public boolean allowed() {
        return problems.isEmpty();
    }

    public List<DavRefusal> problems() {
        return List.copyOf(new LinkedHashSet<>(problems.values()));
    }

    /** The properties by their status: 200 for all, or the problems and 424 for the others. */
    public List<Group> groups() {
        if (allowed()) {
            return List.of(new Group(200, List.copyOf(names), null, null));
        }
        Map<DavRefusal, List<QName>> byProblem = new LinkedHashMap<>();
        problems.forEach((name, problem) ->
                byProblem.computeIfAbsent(problem, _ -> new ArrayList<>()).add(name));
        List<Group> groups = new ArrayList<>();
        byProblem.forEach((problem, those) ->
                groups.add(new Group(problem.status(), those, problem.precondition(), problem.sentence())));
        Set<QName> others = new LinkedHashSet<>(names);
        others.removeAll(new HashSet<>(problems.keySet()));
        if (!others.isEmpty()) {
            groups.add(new Group(424, List.copyOf(others), null, null));
        }
        return groups;
    }
}
