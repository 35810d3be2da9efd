package org.roomnight.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShownTextTest {

    @Test
    void what_turns_the_text_that_follows_is_left_out() {
        for (int turning : new int[] {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
            String text = "Robin" + Character.toString(turning) + "gpj";
            assertThat(ShownText.line(text)).isEqualTo("Robingpj");
            assertThat(ShownText.lines(text)).isEqualTo("Robingpj");
            assertThat(ShownText.part(text)).isEqualTo("Robingpj");
        }
    }

    @Test
    void no_character_ends_a_line_where_there_is_one() {
        for (String end : new String[] {"\n", "\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029"}) {
            assertThat(ShownText.line("a" + end + "b")).isEqualTo("a b");
            assertThat(ShownText.lines("a" + end + "b"))
                    .isEqualTo(end.contains("\n") || end.equals("\r") ? "a" + end + "b" : "a b");
        }
    }

    @Test
    void a_part_from_right_to_left_stands_in_an_isolate_and_others_are_as_they_were() {
        assertThat(ShownText.part("محمد")).isEqualTo("\u2068محمد\u2069");
        assertThat(ShownText.part("דנה Smith")).isEqualTo("\u2068דנה Smith\u2069");
        assertThat(ShownText.part("Zoë 日本 🏨")).isEqualTo("Zoë 日本 🏨");
        assertThat(ShownText.line("محمد")).isEqualTo("محمد");
    }
}
