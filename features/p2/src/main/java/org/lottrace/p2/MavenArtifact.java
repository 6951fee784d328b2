package org.lottrace.p2;

import java.nio.file.Path;

/** Coordinates of a jar, as {@code mvn:GROUP/ARTIFACT/VERSION} names them. */
record MavenArtifact(String group, String artifact, String version) {
    private static final String PREFIX = "mvn:";
    private static final int PARTS = 3;

    /** @throws IllegalArgumentException if it is another kind of address: nothing but jars is listed */
    static MavenArtifact of(String url) {
        String[] parts = url.strip().replaceFirst("^" + PREFIX, "").split("/");
        if (!url.strip().startsWith(PREFIX) || parts.length != PARTS) {
            throw new IllegalArgumentException("not the address of a jar in Maven: " + url);
        }
        return new MavenArtifact(parts[0], parts[1], parts[2]);
    }

    /** @return where it lies in a folder with the layout of a Maven repository */
    Path in(Path repository) {
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".jar");
    }

    boolean isOfKaraf() {
        return group.equals("org.apache.karaf") || group.startsWith("org.apache.karaf.");
    }
}
