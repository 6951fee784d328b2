package org.lottrace.it.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A library that is shipped.
 *
 * @param name group and artifact, with a colon between
 */
record Library(String name, String version) implements Comparable<Library> {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId><version>\\$\\{([^}]+)\\}</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.]+\\.version)>([^<]+)</\\1>");

    /** @return what lies in a folder that is laid out as a Maven repository, and what is within that */
    static List<Library> inRepository(Path repository) throws IOException {
        List<Library> found = new ArrayList<>();
        List<Path> jars;
        try (Stream<Path> files = Files.walk(repository)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path jar : jars) {
            Path version = jar.getParent();
            Path artifact = version.getParent();
            found.add(new Library(
                    repository.relativize(artifact.getParent()).toString().replace('/', '.') + ":"
                            + artifact.getFileName(),
                    version.getFileName().toString()));
            try (InputStream bytes = Files.newInputStream(jar)) {
                within(bytes, found);
            }
        }
        return found;
    }

    private static void within(InputStream jar, List<Library> found) throws IOException {
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                within(new ByteArrayInputStream(entries.readAllBytes()), found);
            } else if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                Properties said = new Properties();
                said.load(new ByteArrayInputStream(entries.readAllBytes()));
                found.add(new Library(
                        said.getProperty("groupId") + ":" + said.getProperty("artifactId"),
                        said.getProperty("version")));
            }
        }
    }

    /** @return what the bundles that only re-bundle are made of, by their poms */
    static List<Library> inBundles(Path checkout) throws IOException {
        String parent = Files.readString(checkout.resolve("pom.xml"));
        List<Library> managed = dependencies(parent, parent);
        List<Library> found = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(checkout.resolve("bundles"))) {
            for (Path bundle : bundles.filter(
                            path -> path.getFileName().toString().startsWith("org.lottrace.lib."))
                    .toList()) {
                String pom = Files.readString(bundle.resolve("pom.xml"));
                found.addAll(dependencies(pom, parent));
                managed.stream()
                        .filter(library ->
                                pom.contains("<artifactId>" + library.name().split(":")[1] + "</artifactId>"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Library> dependencies(String pom, String parent) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(one -> new Library(one.group(1) + ":" + one.group(2), property(parent, one.group(3))))
                .toList();
    }

    private static String property(String pom, String name) {
        Matcher properties = PROPERTY.matcher(pom);
        while (properties.find()) {
            if (properties.group(1).equals(name)) {
                return properties.group(2);
            }
        }
        return "";
    }

    @Override
    public int compareTo(Library other) {
        return Comparator.comparing(Library::name)
                .thenComparing(Library::version)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
