package org.lottrace.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle as it was built: its directory, what its pom calls it, and what its manifest says.
 *
 * @param directory name of its folder below {@code bundles}
 * @param artifactId from its pom
 * @param headers of its manifest
 * @param packages all that have a class
 */
record BuiltBundle(String directory, String artifactId, Map<String, String> headers, Set<String> packages) {
    /** @return every bundle there is, also one that was added today */
    static List<BuiltBundle> all() {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(BuiltBundle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return where the bundles are */
    static Path folder() {
        return Path.of(System.getProperty("it.bundles")).normalize();
    }

    /** @return symbolic name without parameters */
    String symbolicName() {
        return headers.getOrDefault("Bundle-SymbolicName", "").split(";")[0].strip();
    }

    boolean isLibrary() {
        return directory.startsWith(Rings.LIBRARIES);
    }

    /** @return its ring; a library has none */
    Optional<Integer> ring() {
        return Rings.of(directory);
    }

    /** @return package to its parameters */
    Map<String, String> exports() {
        return clauses("Export-Package");
    }

    /** @return package to its parameters */
    Map<String, String> imports() {
        return clauses("Import-Package");
    }

    private Map<String, String> clauses(String header) {
        Map<String, String> clauses = new HashMap<>();
        // a comma between quotes belongs to a version range or to uses
        for (String clause : headers.getOrDefault(header, "").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            String[] parts = clause.split(";", 2);
            if (!parts[0].isBlank()) {
                clauses.put(parts[0].strip(), parts.length > 1 ? parts[1] : "");
            }
        }
        return clauses;
    }

    private static BuiltBundle read(Path folder) {
        String directory = folder.getFileName().toString();
        String artifactId = artifactId(folder.resolve("pom.xml"));
        Path jar = folder.resolve("target").resolve(artifactId + "-" + System.getProperty("it.version") + ".jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            Map<String, String> headers = new HashMap<>();
            Attributes main = file.getManifest().getMainAttributes();
            main.forEach((name, value) -> headers.put(name.toString(), value.toString()));
            Set<String> packages = file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toSet());
            return new BuiltBundle(directory, artifactId, headers, packages);
        } catch (IOException e) {
            throw new UncheckedIOException("build the bundles first (mvn verify): " + jar, e);
        }
    }

    private static String artifactId(Path pom) {
        try {
            String own = Files.readString(pom).replaceAll("(?s)<parent>.*?</parent>", "");
            return own.replaceAll("(?s).*?<artifactId>([^<]+)</artifactId>.*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
