package org.roomnight.caldav;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.roomnight.caldav.exchange.AnswerBody;
import org.roomnight.caldav.exchange.DavAnswer;
import org.roomnight.caldav.exchange.DavCall;
import org.roomnight.caldav.method.DavMethod;
import org.roomnight.caldav.tree.DavPath;
import org.roomnight.calendar.CurrentRevision;
import org.roomnight.inventory.Property;
import org.roomnight.kernel.PropertyId;
import org.roomnight.kernel.Stamp;

/**
 * Answers to questions that calendar programs repeat all day. All that an answer shows belongs to one property and
 * changes with its revision, so one is true as long as the revision stays: asking again costs a look into memory.
 */
final class AnswerCache {

    /** Memory for kept answers and their questions, in octets; less where the heap is small. */
    static final long MAX_OCTETS =
            Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private static final int OVERHEAD_OCTETS = 512;

    /** A text may take two octets for each of its characters. */
    private static final int OCTETS_OF_CHARACTER = 2;

    private final CurrentRevision revisions;
    private final Cache<Question, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_OCTETS)
            .weigher(AnswerCache::octets)
            .build();

    AnswerCache(CurrentRevision revisions) {
        this.revisions = revisions;
    }

    /** All that an answer depends on but the revision; the property as the door knew it when the request began. */
    private record Question(Property visitor, String method, DavPath path, DavCall.Headers headers, ByteBuffer body) {

        static Question of(DavCall call) {
            return new Question(
                    call.visitor(), call.method(), call.path(), call.headers(), ByteBuffer.wrap(call.body()));
        }
    }

    private record Kept(Stamp stamp, DavAnswer answer) {}

    /** What both really hold: whoever asks chooses how long the header fields are. */
    private static int octets(Question question, Kept one) {
        int characters = question.headers().toString().length()
                + question.path().toString().length()
                + question.visitor().toString().length()
                + one.answer().headers().toString().length();
        return OVERHEAD_OCTETS
                + OCTETS_OF_CHARACTER * characters
                + question.body().capacity()
                + (int) one.answer().body().length();
    }

    /** How many answers are kept now. */
    long size() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    DavAnswer get(DavCall call, DavMethod method) {
        PropertyId property = call.visitor().id();
        Question question = Question.of(call);
        @Nullable Kept known = kept.getIfPresent(question);
        if (known != null) {
            CurrentRevision.Seen seen = revisions.ofOrLast(property);
            if (known.stamp().equals(seen.stamp())) {
                return aged(known.answer(), seen.age());
            }
        }
        // The revision first: an answer that is newer than it is asked for again, one that is older is never kept.
        Stamp stamp = revisions.of(property);
        DavAnswer answer = method.answer(call);
        if (answer.body() instanceof AnswerBody.Octets) { // a longer one would push too many others out
            kept.put(question, new Kept(stamp, answer));
        }
        return answer;
    }

    /** For an answer whose revision the database could not confirm in time (RFC 9111 §5.1). */
    private static DavAnswer aged(DavAnswer answer, Duration age) {
        return age.isZero() ? answer : answer.with("Age", Long.toString(age.toSeconds()));
    }
}
