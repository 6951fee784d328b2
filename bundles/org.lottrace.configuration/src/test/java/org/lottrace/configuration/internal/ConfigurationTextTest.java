package org.lottrace.configuration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTextTest {
    private static final ConfigurationText COST = new ConfigurationText(
            "# What things cost.\n\nurl = jdbc:h2\n# in days\nroad.days: 5\n! old\nlist = a,\\\n    b\nlast=1");

    @Test
    void only_the_line_of_the_setting_changes() {
        assertEquals(
                "# What things cost.\n\nurl = jdbc:h2\n# in days\nroad.days = 7\n! old\nlist = a,\\\n    b\nlast=1",
                COST.with("road.days", "7").text());
    }

    @Test
    void a_value_of_several_lines_is_replaced_whole() {
        assertEquals(
                "# What things cost.\n\nurl = jdbc:h2\n# in days\nroad.days: 5\n! old\nlist = c\nlast=1",
                COST.with("list", "c").text());
    }

    @Test
    void what_is_new_comes_last_in_a_line_of_its_own() {
        assertEquals(COST.text() + "\nnew = x\n", COST.with("new", "x").text());
        assertEquals("new = x\n", new ConfigurationText("").with("new", "x").text());
        assertEquals(
                "a = 1\r\nnew = x\r\n",
                new ConfigurationText("a = 1\r\n").with("new", "x").text());
    }

    @Test
    void what_is_taken_away_leaves_the_rest() {
        assertEquals(
                "# What things cost.\n\n# in days\nroad.days: 5\n! old\nlist = a,\\\n    b\nlast=1",
                COST.without("url").text());
        assertEquals(COST, COST.without("unknown"));
    }

    @Test
    void what_stands_there_twice_stands_there_once() {
        assertEquals(
                "a = 3\nb = 0\n",
                new ConfigurationText("a = 1\nb = 0\na = 2\n").with("a", "3").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\data\\in",
                "\\\\server\\share",
                "a = b: c # d ! e",
                "# no comment",
                "Zürich €",
                "\"quoted\"",
                "ends with \\",
                " begins with a space"
            })
    void any_value_is_read_as_it_was_set(String value) throws IOException {
        Properties read = new Properties();
        read.load(
                new StringReader(COST.with("url", value).with("a key=:", value).text()));

        assertEquals(value, read.getProperty("url"));
        assertEquals(value, read.getProperty("a key=:"));
        assertEquals("5", read.getProperty("road.days"));
    }

    @Test
    void values_with_types_are_known() {
        assertTrue(new ConfigurationText("a = I\"5\"\nb = [\"x\", \"y\"]\nc=\"z\"").isTyped());
        assertFalse(new ConfigurationText("a = I\"5\"\nb = 5").isTyped());
        assertFalse(new ConfigurationText("# nothing").isTyped());
    }

    @Test
    void comments_say_nothing() {
        assertTrue(new ConfigurationText("# a = 1\n\n").saysNothing());
        assertTrue(new ConfigurationText("").saysNothing());
        assertFalse(COST.saysNothing());
    }
}
