package org.lottrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule on everything that was built. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private List<BuiltBundle> bundles;
    private JavaClasses classes;

    @BeforeAll
    void read_all_bundles() {
        bundles = BuiltBundle.all();
        classes = OurClasses.ALL;
    }

    @ParameterizedTest
    @EnumSource
    void classes_keep_the_rule(ClassRule rule) {
        rule.rule().check(classes);
    }

    @ParameterizedTest
    @EnumSource
    void bundles_keep_the_rule(ManifestRule rule) {
        assertEquals(
                List.of(),
                bundles.stream()
                        .flatMap(bundle -> rule.problemsOf(bundle).stream())
                        .toList());
    }

    @Test
    void tests_know_no_other_bundle_inside() {
        ClassRule.TESTS_SEE_NO_OTHER_BUNDLES_INSIDE.rule().check(OurClasses.TESTS);
    }

    /** Otherwise a rule would be kept because nothing was looked at. */
    @Test
    void classes_of_every_bundle_were_read() {
        List<String> empty = bundles.stream()
                .filter(bundle -> !bundle.isLibrary())
                .map(BuiltBundle::directory)
                .filter(name ->
                        classes.stream().noneMatch(c -> c.getPackageName().startsWith(name)))
                .toList();

        assertEquals(List.of(), empty);
        assertTrue(OurClasses.TESTS.stream().anyMatch(c -> c.getPackageName().startsWith("org.lottrace.ledger")));
    }

    /** Otherwise a bundle is forgotten, and nobody notices until it is missing. */
    @Test
    void every_directory_is_built() throws IOException {
        List<String> modules = Pattern.compile("<module>(.*?)</module>")
                .matcher(Files.readString(BuiltBundle.folder().resolve("pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();

        assertEquals(bundles.stream().map(BuiltBundle::directory).toList(), modules);
    }
}
