package org.lottrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the bundles export keeps what the last baseline promised, until the major version of its package says otherwise.
 * There is no released artifact to compare with yet: the baseline is the text in {@code api-baseline.txt}.
 */
class ApiBaselineTest {
    private static final String WRITE = "mvn test -pl integration-tests/architecture -am -Dtest=ApiBaselineTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.baseline=write";
    private static final Path FILE = Path.of("src/test/resources/api-baseline.txt");

    @Test
    void exported_packages_keep_what_the_baseline_promises() throws IOException {
        SortedMap<String, ApiSignature> now = exported();
        if ("write".equals(System.getProperty("api.baseline"))) {
            Files.writeString(FILE, ApiSignature.text(now));
        }
        SortedMap<String, SortedSet<String>> broken = broken(ApiSignature.parse(Files.readString(FILE)), now);

        assertEquals(
                Map.of(),
                broken,
                "Callers compiled against the baseline would fail. Raise the major version in the package-info of these"
                        + " packages; or, while nothing of it is released, cut a new baseline: " + WRITE);
    }

    @Test
    void the_file_says_what_was_written() throws IOException {
        SortedMap<String, ApiSignature> now = exported();

        assertEquals(now, ApiSignature.parse(ApiSignature.text(now)));
    }

    /** Before and after are compiled classes, not text: what is compared is what a caller meets. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_breaking_change_is_found(String what, Class<?> before, Class<?> after, List<String> expected) {
        assertEquals(expected, List.copyOf(signature("1.2.0", before).brokenBy(signature("1.3.0", after))));
        assertEquals(List.of(), List.copyOf(signature("1.2.0", before).brokenBy(signature("2.0.0", after))));
    }

    static Stream<Arguments> a_breaking_change_is_found() {
        return Stream.of(
                Arguments.of("nothing changed", Before.Service.class, Before.Service.class, List.of()),
                Arguments.of("a method more that we implement", Before.Service.class, More.Service.class, List.of()),
                Arguments.of(
                        "a method less",
                        More.Service.class,
                        Before.Service.class,
                        List.of("int Service.weigh(java.lang.String)")),
                Arguments.of(
                        "another result",
                        Before.Service.class,
                        Other.Service.class,
                        List.of("java.lang.String Service.name()")),
                Arguments.of(
                        "a part more of a record",
                        Before.Value.class,
                        More.Value.class,
                        List.of("void Value.<init>(java.lang.String)")),
                Arguments.of("a constant less", More.Kind.class, Before.Kind.class, List.of("static Kind Kind.SECOND")),
                Arguments.of(
                        "a method more that strangers implement",
                        Before.Listener.class,
                        More.Listener.class,
                        List.of("void Listener.forgotten() // strangers implement it, added")));
    }

    private static SortedMap<String, SortedSet<String>> broken(
            Map<String, ApiSignature> baseline, Map<String, ApiSignature> now) {
        SortedMap<String, SortedSet<String>> broken = new TreeMap<>();
        baseline.forEach((name, promised) -> {
            SortedSet<String> lines = now.containsKey(name)
                    ? promised.brokenBy(now.get(name))
                    : new TreeSet<>(List.of("the package is gone"));
            if (!lines.isEmpty()) {
                broken.put(name, lines);
            }
        });
        return broken;
    }

    private static SortedMap<String, ApiSignature> exported() {
        return ApiSignature.of(BuiltBundle.all(), OurClasses.ALL);
    }

    /** The name of the class around is left out, so that before and after are the same type. */
    private static ApiSignature signature(String version, Class<?> type) {
        SortedSet<String> lines = new TreeSet<>();
        ApiSignature.lines(new ClassFileImporter().importClasses(type).stream())
                .forEach(line -> lines.add(line.replace(type.getEnclosingClass().getName() + "$", "")));
        return new ApiSignature(version, lines);
    }
}
