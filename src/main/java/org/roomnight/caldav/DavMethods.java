package org.roomnight.caldav;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.exchange.Refused;
import org.roomnight.caldav.method.DavMethod;
import org.roomnight.caldav.tree.AllowedMethods;

/** The methods of this door by name, and the memory of answers to those that change nothing. */
final class DavMethods {

    private final Map<String, DavMethod> byName;
    private final AnswerCache answers;

    DavMethods(List<DavMethod> methods, AnswerCache answers) {
        this.byName = methods.stream().collect(Collectors.toUnmodifiableMap(DavMethod::name, Function.identity()));
        this.answers = answers;
    }

    Set<String> names() {
        return byName.keySet();
    }

    DavAnswer answer(DavCall call) {
        DavMethod method = byName.get(call.method());
        if (method == null) {
            throw Refused.methodNotAllowed(AllowedMethods.header(call.path()));
        }
        return method.safe() ? answers.get(call, method) : method.answer(call);
    }
}
