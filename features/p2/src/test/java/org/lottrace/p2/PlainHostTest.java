package org.lottrace.p2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.p2.KarafFeature.FeatureBundle;

/** On the feature file as it is written; versions are still placeholders. */
class PlainHostTest {
    private static final Path FEATURES = Path.of("../repository/src/main/feature/feature.xml");

    private final Map<String, KarafFeature> ours = ours();

    @Test
    void all_of_our_features_are_there_but_those_about_karaf() {
        TreeSet<String> expected = new TreeSet<>(ours.keySet());
        expected.removeAll(PlainHost.NEED_KARAF);
        expected.add(PlainHost.SERVICES);

        assertEquals(
                expected,
                new TreeSet<>(host().features().stream().map(KarafFeature::name).toList()));
    }

    @Test
    void of_karafs_features_the_libraries_come_and_nothing_of_karaf() {
        assertEquals(
                List.of("org.apache.felix.scr", "sshd-osgi", "org.lottrace.edi.sftp"), bundlesOf("lottrace-edi-sftp"));
    }

    @Test
    void a_bundle_keeps_its_start_level_and_a_fragment_is_not_started() {
        FeatureBundle fragment = host().features().stream()
                .flatMap(feature -> feature.bundles().stream())
                .filter(bundle -> bundle.url().contains("/org.lottrace.lib.servlet/"))
                .findFirst()
                .orElseThrow();

        assertEquals(30, fragment.startLevel());
        assertEquals(false, fragment.isStarted());
    }

    /** Found: components started with their defaults, and a secret was written into the working directory. */
    @Test
    void configuration_files_are_read_when_configuration_admin_is_there() {
        List<FeatureBundle> services = host().features().get(0).bundles();

        assertTrue(
                levelOf(services, "org.apache.felix.configadmin") < levelOf(services, "org.apache.felix.fileinstall"),
                services::toString);
    }

    private static int levelOf(List<FeatureBundle> bundles, String artifact) {
        return bundles.stream()
                .filter(bundle -> bundle.artifact().artifact().equals(artifact))
                .findFirst()
                .orElseThrow()
                .startLevel();
    }

    @Test
    void a_need_that_nobody_has_is_told() {
        PlainHost broken = new PlainHost(ours, Map.of(), framework());

        assertThrows(IllegalStateException.class, broken::features);
    }

    private List<String> bundlesOf(String feature) {
        return host().features().stream()
                .filter(one -> one.name().equals(feature))
                .flatMap(one -> one.bundles().stream())
                .map(bundle -> bundle.artifact().artifact())
                .toList();
    }

    private PlainHost host() {
        Map<String, KarafFeature> standard = Stream.of(
                        feature("scr", "mvn:org.apache.felix/org.apache.felix.scr/1"),
                        feature("jaas", "mvn:org.apache.karaf.jaas/org.apache.karaf.jaas.config/1"),
                        feature(
                                "ssh",
                                "mvn:org.apache.sshd/sshd-osgi/1",
                                "mvn:org.apache.karaf.shell/org.apache.karaf.shell.ssh/1"))
                .collect(Collectors.toMap(KarafFeature::name, feature -> feature));
        return new PlainHost(ours, standard, framework());
    }

    private static KarafFeature framework() {
        return feature(
                "framework",
                Stream.of(
                                "pax-logging-api",
                                "pax-logging-log4j2",
                                "org.osgi.util.function",
                                "org.osgi.util.promise",
                                "org.apache.felix.metatype",
                                "org.apache.felix.configadmin",
                                "org.apache.felix.fileinstall",
                                "org.apache.karaf.features.core")
                        .map(name -> "mvn:group/" + name + "/1")
                        .toArray(String[]::new));
    }

    private static KarafFeature feature(String name, String... urls) {
        return new KarafFeature(
                name,
                "1",
                "",
                List.of(),
                Stream.of(urls).map(url -> new FeatureBundle(url, 10, true)).toList(),
                Map.of());
    }

    private static Map<String, KarafFeature> ours() {
        try {
            return FeatureFile.read(FEATURES);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
