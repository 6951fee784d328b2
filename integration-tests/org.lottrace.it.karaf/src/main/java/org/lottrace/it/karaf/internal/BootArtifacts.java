package org.lottrace.it.karaf.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a container under test fetches by itself while it starts, beside its own system folder: looked up before it starts,
 * because Karaf names a missing bundle once, far above, and Pax Exam then waits three minutes for nothing.
 */
final class BootArtifacts {
    private static final Pattern BUNDLE = Pattern.compile("<bundle[^>]*>\\s*(mvn:[^<\\s]+)\\s*</bundle>");
    private static final int GROUP = 0;
    private static final int ARTIFACT = 1;
    private static final int VERSION = 2;
    private static final int TYPE = 3;

    private final List<Path> repositories;

    /** @param repositories folders in the layout of a Maven repository */
    BootArtifacts(Path... repositories) {
        this.repositories = List.of(repositories);
    }

    /**
     * @param features {@code mvn:} URL of a features file
     * @param feature one of its features, whose bundles are wanted; what it needs of other features is not followed
     * @param bundles {@code mvn:} URLs of bundles that are wanted too
     * @throws IllegalStateException that names everything that is missing
     */
    void require(String features, String feature, Collection<String> bundles) throws IOException {
        requireAll(Stream.of(features));
        requireAll(Stream.concat(bundlesOf(path(features), feature), bundles.stream()));
    }

    private void requireAll(Stream<String> urls) {
        List<String> missing = urls.filter(url -> Files.notExists(path(url))).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Karaf cannot start without " + String.join(", ", missing)
                    + ": declare it in integration-tests/org.lottrace.it.karaf/pom.xml, and its group in the execution"
                    + " \"exam-repository\" of container-tests. Looked for in " + repositories);
        }
    }

    private static Stream<String> bundlesOf(Path features, String name) throws IOException {
        String xml = Files.readString(features);
        Matcher feature = Pattern.compile(
                        "<feature name=\"" + Pattern.quote(name) + "\".*?</feature>\\s*(?=<feature|</)", Pattern.DOTALL)
                .matcher(xml);
        if (!feature.find()) {
            throw new IllegalStateException("There is no feature " + name + " in " + features);
        }
        return BUNDLE.matcher(feature.group()).results().map(bundle -> bundle.group(1));
    }

    /** @return where the artifact is, or where it would be in the first repository */
    private Path path(String url) {
        String[] parts = url.substring("mvn:".length()).split("/");
        Path inside = Path.of(parts[GROUP].replace('.', '/'), parts[ARTIFACT], parts[VERSION]);
        String type = parts.length > TYPE ? parts[TYPE] : "jar";
        Path file = inside.resolve(parts[ARTIFACT] + "-" + parts[VERSION] + "." + type);
        return repositories.stream()
                .map(repository -> repository.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElse(repositories.get(0).resolve(file));
    }
}
