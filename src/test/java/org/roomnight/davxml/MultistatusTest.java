package org.roomnight.davxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roomnight.davxml.Documents.inside;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.roomnight.davxml.Multistatus.Group;
import org.roomnight.davxml.Multistatus.Value;

/** Answers, as octets: clients of all ages read them. */
class MultistatusTest {

    private static final Value ETAG = Value.text(Names.dav("getetag"), "\"1\"");

    private static String answer(Consumer<Multistatus> responses) {
        var out = new ByteArrayOutputStream();
        var multistatus = new Multistatus(out);
        responses.accept(multistatus);
        multistatus.finish();
        return inside(out.toByteArray(), "D:multistatus");
    }

    @Test
    void found_and_missing_properties_have_a_status_each() {
        assertThat(answer(to -> to.propstat("/a&b", List.of(ETAG), List.of(Names.caldav("x")))))
                .isEqualTo("<D:response><D:href>/a&amp;b</D:href>"
                        + "<D:propstat><D:prop><D:getetag>\"1\"</D:getetag></D:prop>"
                        + "<D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
                        + "<D:propstat><D:prop><C:x/></D:prop>"
                        + "<D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>");
    }

    @Test
    void an_empty_group_is_left_out_unless_both_are() {
        assertThat(answer(to -> to.propstat("/", List.of(ETAG), List.of()))).doesNotContain("404");
        assertThat(answer(to -> to.propstat("/", List.of(), List.of(Names.dav("x")))))
                .doesNotContain("200");
        assertThat(answer(to -> to.propstat("/", List.of(), List.of())))
                .isEqualTo("<D:response><D:href>/</D:href><D:propstat><D:prop></D:prop>"
                        + "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>");
    }

    @Test
    void values_are_empty_or_text_or_an_href_or_as_they_were_stored() {
        var stored = new Element(Names.apple("calendar-color"), Map.of(new QName("s"), "b"), List.of());
        var found = List.of(
                Value.empty(Names.dav("a")),
                Value.href(Names.dav("b"), "/c"),
                Value.stored(stored),
                new Value(Names.dav("d"), xml -> xml.empty(Names.dav("collection"))));
        assertThat(answer(to -> to.propstat("/", found, List.of())))
                .contains("<D:prop><D:a></D:a><D:b><D:href>/c</D:href></D:b><A:calendar-color s=\"b\"/>"
                        + "<D:d><D:collection/></D:d></D:prop>");
    }

    @Test
    void a_response_may_be_a_status_alone() {
        assertThat(answer(to -> to.status("/a", 404, null)))
                .isEqualTo("<D:response><D:href>/a</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>");
        assertThat(answer(to -> to.status("/a", 403, Names.dav("need-privileges"))))
                .endsWith("<D:status>HTTP/1.1 403 Forbidden</D:status>"
                        + "<D:error><D:need-privileges/></D:error></D:response>");
    }

    @Test
    void a_synchronisation_that_was_cut_says_so_and_gives_a_token() {
        assertThat(answer(to -> to.propstat("/c/1", List.of(ETAG), List.of())
                        .truncated("/c/")
                        .syncToken("urn:x:1")))
                .endsWith("<D:response><D:href>/c/</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status>"
                        + "<D:error><D:number-of-matches-within-limits/></D:error></D:response>"
                        + "<D:sync-token>urn:x:1</D:sync-token>");
    }

    @Test
    void properties_share_the_status_of_their_group() {
        var refused = new Group(
                403, List.of(Names.dav("getetag")), Names.dav("cannot-modify-protected-property"), "Not <yours>.");
        var failed = new Group(424, List.of(Names.dav("a"), Names.dav("b")), null, null);
        assertThat(answer(to -> to.groups("/", List.of(refused, failed))))
                .isEqualTo("<D:response><D:href>/</D:href><D:propstat><D:prop><D:getetag/></D:prop>"
                        + "<D:status>HTTP/1.1 403 Forbidden</D:status>"
                        + "<D:error><D:cannot-modify-protected-property/></D:error>"
                        + "<D:responsedescription>Not &lt;yours&gt;.</D:responsedescription></D:propstat>"
                        + "<D:propstat><D:prop><D:a/><D:b/></D:prop>"
                        + "<D:status>HTTP/1.1 424 Failed Dependency</D:status></D:propstat></D:response>");
    }

    @Test
    void an_expanded_property_has_responses_inside() {
        var expanded =
                new Value(Names.dav("owner"), content -> Multistatus.nested(content, "/p/", List.of(ETAG), List.of()));
        assertThat(answer(to -> to.propstat("/", List.of(expanded), List.of())))
                .contains("<D:owner><D:response><D:href>/p/</D:href><D:propstat><D:prop><D:getetag>");
    }

    @Test
    void a_refusal_says_its_precondition_and_a_sentence() {
        var out = new ByteArrayOutputStream();
        ErrorBody.write(out, DavRefusal.forbidden(Names.caldav("valid-filter"), "Use one filter."));
        assertThat(inside(out.toByteArray(), "D:error")).isEqualTo("<C:valid-filter>Use one filter.</C:valid-filter>");
        out.reset();
        ErrorBody.write(out, DavRefusal.badRequest("Send XML."));
        assertThat(inside(out.toByteArray(), "D:error")).isEqualTo("<R:sentence>Send XML.</R:sentence>");
    }

    @Test
    void a_collection_that_was_not_made_says_why() {
        var groups = List.of(new Group(403, List.of(Names.dav("resourcetype")), Names.dav("valid-resourcetype"), null));
        String group = "<D:propstat><D:prop><D:resourcetype/></D:prop><D:status>HTTP/1.1 403 Forbidden</D:status>"
                + "<D:error><D:valid-resourcetype/></D:error></D:propstat>";
        var out = new ByteArrayOutputStream();
        CreationBody.mkcol(out, groups);
        assertThat(inside(out.toByteArray(), "D:mkcol-response")).isEqualTo(group);
        out.reset();
        CreationBody.mkcalendar(out, groups);
        assertThat(inside(out.toByteArray(), "C:mkcalendar-response")).isEqualTo(group);
    }
}
