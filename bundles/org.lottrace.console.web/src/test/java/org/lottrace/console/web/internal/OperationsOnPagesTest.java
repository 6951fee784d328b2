package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;

/** Everything that can be asked for can be asked for on a page, or {@code operations-without-a-page.txt} says why not. */
class OperationsOnPagesTest {
    @Test
    void every_operation_is_on_a_page_or_it_is_said_why_not() throws IOException, URISyntaxException {
        Set<String> onPages = called();
        Set<String> missing = Catalogue.operations().stream()
                .filter(operation ->
                        !onPages.contains(operation.method().getDeclaringClass().getName() + "."
                                + operation.method().getName()
                                + names(operation.method().getParameterTypes())))
                .map(operation -> operation.name())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(said(), missing);
    }

    /** The classes of the bundle, templates included, without those of its tests. */
    private static Set<String> called() throws URISyntaxException {
        JavaClasses pages = new ClassFileImporter()
                .importPath(Path.of(Pages.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        return pages.stream()
                .flatMap(OperationsOnPagesTest::callsOf)
                .map(JavaAccess::getTarget)
                .map((AccessTarget target) -> target.getOwner().getName() + "." + target.getName()
                        + ((AccessTarget.CodeUnitAccessTarget) target)
                                .getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toList())
                .collect(Collectors.toSet());
    }

    /** Two operations may have the same name in Java. */
    private static List<String> names(Class<?>... types) {
        return Stream.of(types).map(Class::getName).toList();
    }

    private static Stream<? extends JavaAccess<?>> callsOf(JavaClass page) {
        return Stream.concat(page.getMethodCallsFromSelf().stream(), page.getMethodReferencesFromSelf().stream());
    }

    private static Set<String> said() throws IOException {
        try (InputStream file = OperationsOnPagesTest.class.getResourceAsStream("/operations-without-a-page.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2)[0].strip())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
