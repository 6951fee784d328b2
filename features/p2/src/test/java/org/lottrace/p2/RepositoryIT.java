package org.lottrace.p2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.p2.P2Repository.Artifact;
import org.lottrace.p2.P2Repository.Provided;
import org.lottrace.p2.P2Repository.Required;
import org.lottrace.p2.P2Repository.Unit;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.VersionRange;

/** The p2 repository that was built, against the list of bundles and the feature repository it was made of. */
class RepositoryIT {
    private static final Path FOLDER = Path.of("target/repository");

    private final P2Repository repository = repository();

    @Test
    void every_bundle_of_the_list_is_in_the_repository_in_its_version() throws IOException {
        Set<Artifact> listed = Files.readAllLines(FOLDER.resolve("bundles.info")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .map(fields -> new Artifact("osgi.bundle", fields[0], fields[1]))
                .collect(Collectors.toSet());

        assertEquals(listed, ofKind("osgi.bundle"));
        for (Artifact bundle : listed) {
            assertTrue(
                    Files.exists(FOLDER.resolve("plugins/" + bundle.id() + "_" + bundle.version() + ".jar")),
                    bundle::toString);
        }
    }

    @Test
    void there_is_a_feature_for_each_of_karaf_s_that_runs_without_karaf() throws IOException {
        Set<String> expected = FeatureFile.read(Path.of("../repository/src/main/feature/feature.xml")).keySet().stream()
                .filter(name -> !name.equals("lottrace-console-commands"))
                .map(EclipseFeature::idOf)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add(EclipseFeature.idOf(PlainHost.SERVICES));

        assertEquals(
                expected,
                ofKind("org.eclipse.update.feature").stream()
                        .map(Artifact::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatever_is_needed_is_in_the_repository_or_given_by_java_and_the_framework() throws IOException {
        List<Provided> provided = repository.units().stream()
                .flatMap(unit -> unit.provides().stream())
                .toList();
        Set<String> packages = packagesOfTheHost();

        List<String> missing = repository.units().stream()
                .flatMap(unit -> unit.requires().stream()
                        .filter(required -> !required.isOptional())
                        .filter(required -> !isOfTheHost(required, packages))
                        .filter(required -> provided.stream().noneMatch(gives(required)))
                        .map(required -> unit.id() + " needs " + required))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void nothing_of_karaf_is_needed() {
        assertEquals(
                List.of(),
                repository.units().stream()
                        .filter(unit -> unit.requires().stream()
                                .anyMatch(required -> !required.isOptional()
                                        && required.name().startsWith("org.apache.karaf")))
                        .map(Unit::id)
                        .toList());
    }

    private Set<Artifact> ofKind(String classifier) {
        return repository.artifacts().stream()
                .filter(artifact -> artifact.classifier().equals(classifier))
                .collect(Collectors.toSet());
    }

    private static boolean isOfTheHost(Required required, Set<String> packages) {
        return required.namespace().equals("osgi.ee")
                || required.namespace().equals("java.package")
                        && (required.name().startsWith("java.") || packages.contains(required.name()));
    }

    private static Predicate<Provided> gives(Required required) {
        if (required.filter().isEmpty()) {
            VersionRange range = new VersionRange(required.range().isEmpty() ? "0" : required.range());
            return provided -> provided.namespace().equals(required.namespace())
                    && provided.name().equals(required.name())
                    && range.includes(provided.version());
        }
        return provided -> provided.namespace().equals(required.namespace()) && matches(required, provided);
    }

    private static boolean matches(Required required, Provided provided) {
        try {
            return FrameworkUtil.createFilter(required.filter()).matches(provided.properties());
        } catch (InvalidSyntaxException malformed) {
            throw new IllegalStateException(required.toString(), malformed);
        }
    }

    /** Java's and those that a framework of OSGi 8 exports itself. */
    private static Set<String> packagesOfTheHost() throws IOException {
        Stream<String> java = ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(export -> export.source());
        Path api = Path.of(FrameworkUtil.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        assertTrue(api.toString().contains("osgi.core"), api + " is no framework's, but the standard's");
        try (JarFile jar = new JarFile(api.toFile())) {
            return Stream.concat(
                            java,
                            jar.stream()
                                    .filter(entry -> entry.getName().endsWith(".class"))
                                    .map(entry -> entry.getName()
                                            .replaceFirst("/[^/]*$", "")
                                            .replace('/', '.')))
                    .collect(Collectors.toSet());
        }
    }

    private static P2Repository repository() {
        try {
            return P2Repository.in(FOLDER);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
