package org.lottrace.p2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lottrace.p2.KarafFeature.FeatureBundle;

/**
 * Called by the build. Writes into a folder what a host without Karaf takes: {@code plugins} and {@code features}, the list {@code bundles.info} with start levels as Equinox
 * reads it, and {@code etc} with the configuration.
 */
public final class WriteHost {
    private final Path system;
    private final Path folder;

    private WriteHost(Path system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    /** @param arguments the folder with all jars in Maven's layout, our version, Karaf's version, the folder to write into */
    public static void main(String[] arguments) throws IOException {
        Path system = Path.of(arguments[0]);
        Map<String, KarafFeature> ours = read(system, "org/lottrace", "lottrace-features", arguments[1]);
        Map<String, KarafFeature> standard = read(system, "org/apache/karaf/features", "standard", arguments[2]);
        KarafFeature framework = read(system, "org/apache/karaf/features", "framework", arguments[2])
                .get("framework");
        new WriteHost(system, Path.of(arguments[3])).write(new PlainHost(ours, standard, framework).features());
    }

    private static Map<String, KarafFeature> read(Path system, String group, String name, String version)
            throws IOException {
        return FeatureFile.read(
                system.resolve(group).resolve(name).resolve(version).resolve(name + "-" + version + "-features.xml"));
    }

    private void write(List<KarafFeature> features) throws IOException {
        delete(folder);
        Files.createDirectories(folder.resolve("plugins"));
        Files.createDirectories(folder.resolve("features"));
        Files.createDirectories(folder.resolve("etc"));
        Map<MavenArtifact, BundleJar> jars = new LinkedHashMap<>();
        Map<BundleJar, FeatureBundle> started = new LinkedHashMap<>();
        for (KarafFeature feature : features) {
            List<BundleJar> bundles = new ArrayList<>();
            for (FeatureBundle bundle : feature.bundles()) {
                BundleJar jar = jars.get(bundle.artifact());
                if (jar == null) {
                    jar = BundleJar.of(bundle.artifact().in(system));
                    jars.put(bundle.artifact(), jar);
                    Files.copy(
                            jar.file(),
                            folder.resolve("plugins").resolve(jar.fileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
                bundles.add(jar);
                started.merge(jar, bundle, WriteHost::earlier);
            }
            writeFeature(feature, bundles);
            writeConfigurations(feature.configurations());
        }
        writeAll(features);
        Files.write(folder.resolve("bundles.info"), list(started));
    }

    /** What an earlier build left would be published again. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static FeatureBundle earlier(FeatureBundle one, FeatureBundle other) {
        return one.startLevel() <= other.startLevel() ? one : other;
    }

    private static List<String> list(Map<BundleJar, FeatureBundle> started) {
        List<String> lines = new ArrayList<>(List.of("#encoding=UTF-8", "#version=1"));
        started.entrySet().stream()
                .sorted(Comparator.<Map.Entry<BundleJar, FeatureBundle>>comparingInt(
                                entry -> entry.getValue().startLevel())
                        .thenComparing(entry -> entry.getKey().symbolicName()))
                .map(entry -> String.join(
                        ",",
                        entry.getKey().symbolicName(),
                        entry.getKey().version(),
                        "plugins/" + entry.getKey().fileName(),
                        String.valueOf(entry.getValue().startLevel()),
                        String.valueOf(
                                entry.getValue().isStarted() && !entry.getKey().isFragment())))
                .forEach(lines::add);
        return lines;
    }

    private void writeFeature(KarafFeature feature, List<BundleJar> bundles) throws IOException {
        new EclipseFeature(feature.name(), versionOf(feature), feature.description(), feature.needs(), bundles)
                .writeTo(folder.resolve("features"));
    }

    /** One that brings all others, under the name of ours that does the same on Karaf. */
    private void writeAll(List<KarafFeature> features) throws IOException {
        new EclipseFeature(
                        "lottrace",
                        versionOf(features.get(0)),
                        "LotTrace, complete, for a host without Karaf",
                        features.stream().map(KarafFeature::name).toList(),
                        List.of())
                .writeTo(folder.resolve("features"));
    }

    /** As bundles have it: what Maven has behind a hyphen is behind a dot. */
    private static String versionOf(KarafFeature feature) {
        return feature.version().replace('-', '.');
    }

    private void writeConfigurations(Map<String, String> configurations) throws IOException {
        for (Map.Entry<String, String> configuration : new TreeMap<>(configurations).entrySet()) {
            String text = HostConfiguration.of(configuration.getKey(), configuration.getValue());
            String left = HostConfiguration.karafIn(text);
            if (!left.isEmpty()) {
                throw new IOException("the configuration " + configuration.getKey()
                        + " names what only Karaf has; say in HostConfiguration what another host reads:\n" + left);
            }
            Files.writeString(folder.resolve("etc").resolve(configuration.getKey() + ".cfg"), text);
        }
    }
}
