package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library of the distribution, and none within another one, has a version in {@code known-faults.txt}. */
class KnownFaultsIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("it.checkout"));
    private static final SortedSet<Library> SHIPPED = shipped();
    private static final List<KnownFault> FAULTS = KnownFault.all();

    @Test
    void nothing_that_is_shipped_has_a_known_fault() {
        List<String> found = FAULTS.stream()
                .filter(fault -> fault.why().isEmpty())
                .flatMap(fault -> SHIPPED.stream().filter(fault::has).map(library -> library + ": " + fault))
                .toList();

        assertEquals(List.of(), found);
    }

    @Test
    void libraries_within_others_are_looked_at_too() {
        Set<String> names = SHIPPED.stream().map(Library::name).collect(Collectors.toSet());

        for (String name : List.of(
                "org.apache.cxf:cxf-core",
                "com.google.guava:guava",
                "com.nimbusds:oauth2-oidc-sdk",
                "org.hibernate.orm:hibernate-core",
                "org.eclipse.angus:angus-mail")) {
            assertTrue(names.contains(name), name + " is not among " + names);
        }
    }

    @Test
    void each_fault_is_of_a_library_that_is_shipped() {
        Set<String> names = SHIPPED.stream().map(Library::name).collect(Collectors.toSet());

        assertEquals(
                List.of(),
                FAULTS.stream()
                        .map(KnownFault::name)
                        .filter(name -> !names.contains(name))
                        .toList(),
                "a line that is never looked at is a typing error, or its library has gone");
    }

    @ParameterizedTest
    @CsvSource({
        "-, 2.0.4, 2.0.3, true",
        "-, 2.0.4, 2.0.4, false",
        "-, 2.0.10, 2.0.9, true",
        "-, 32.0.0, 31.1-jre, true",
        "-, 32.0.0, 33.8.0-jre, false",
        "42.7.4, 42.7.7, 42.7.3, false",
        "42.7.4, 42.7.7, 42.7.4, true",
        "42.7.4, 42.7.7, 42.7.14, false",
        "-, 2.13.4.2, 2.13.4, true",
        "-, 1.79, 1.83, false",
    })
    void versions_are_compared_number_by_number(String first, String fixed, String version, boolean has) {
        assertEquals(has, new KnownFault("a:b", first, fixed, "CVE", "what", "").has(new Library("a:b", version)));
    }

    private static SortedSet<Library> shipped() {
        SortedSet<Library> all = new TreeSet<>();
        try {
            all.addAll(Library.inRepository(CHECKOUT.resolve("features/distribution/target/assembly/system")));
            // what has been put into ours without its own description
            all.addAll(Library.inBundles(CHECKOUT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
