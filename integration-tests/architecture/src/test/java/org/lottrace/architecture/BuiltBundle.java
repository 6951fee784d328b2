package org.lottrace.architecture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
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

    /** @return what becomes the jar, its manifest included: so that nothing needs to be packaged before it is tested */
    static Path content(Path bundle) {
        return bundle.resolve("target").resolve("classes");
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
        Path content = content(folder);
        try (InputStream manifest = Files.newInputStream(content.resolve("META-INF/MANIFEST.MF"));
                Stream<Path> files = Files.walk(content)) {
            Map<String, String> headers = new HashMap<>();
            new Manifest(manifest)
                    .getMainAttributes()
                    .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            Set<String> packages = files.map(content::relativize)
                    .filter(file -> file.toString().endsWith(".class") && file.getNameCount() > 1)
                    .filter(file -> !file.startsWith("META-INF"))
                    .map(file -> file.getParent().toString().replace(File.separatorChar, '.'))
                    .collect(Collectors.toSet());
            return new BuiltBundle(directory, artifactId, headers, packages);
        } catch (IOException e) {
            throw new UncheckedIOException("build the bundles first (mvn test): " + content, e);
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
