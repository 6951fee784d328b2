package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page loads besides itself, by the templates that it is made of. */
class ScriptsTest {
    private static final int MOST_BYTES = 60_000;
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"\\$\\{Assets\\.address\\(\"([^\"]+)\"\\)}\"");
    private static final Pattern ANY_SCRIPT = Pattern.compile("<script\\b");
    private static final Pattern PART = Pattern.compile("@template\\.([a-z.-]+)\\(");

    static Stream<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".jte"))
                    .map(file -> TEMPLATES.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_page_loads_at_most_60_kilobytes_of_script_as_they_are_sent(String template) throws IOException {
        Set<String> scripts = new TreeSet<>();
        collect(template, scripts, new TreeSet<>());
        try (ConsoleUnderTest console = ConsoleUnderTest.with(List.of())) {
            int sum = 0;
            for (String script : scripts) {
                int packed = Integer.parseInt(console.get("/assets/" + script, "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Length")
                        .orElseThrow());
                assertTrue(packed > 100, script + " is empty");
                sum += packed;
            }
            assertTrue(sum <= MOST_BYTES, template + " loads " + sum + " bytes: " + scripts);
        }
    }

    /** The content security policy of the console would not let it run. */
    @ParameterizedTest
    @MethodSource("templates")
    void a_script_is_a_file_of_the_console(String template) throws IOException {
        String text = Files.readString(TEMPLATES.resolve(template));

        assertEquals(
                ANY_SCRIPT.matcher(text).results().count(),
                SCRIPT.matcher(text).results().count());
    }

    private static void collect(String template, Set<String> scripts, Set<String> seen) throws IOException {
        if (!seen.add(template)) {
            return;
        }
        String text = Files.readString(TEMPLATES.resolve(template));
        Matcher script = SCRIPT.matcher(text);
        while (script.find()) {
            scripts.add(script.group(1));
        }
        Matcher part = PART.matcher(text);
        while (part.find()) {
            collect(part.group(1).replace('.', '/') + ".jte", scripts, seen);
        }
    }
}
