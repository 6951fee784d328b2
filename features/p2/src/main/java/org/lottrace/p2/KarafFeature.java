package org.lottrace.p2;

import java.util.List;
import java.util.Map;

/**
 * A feature as a feature file of Karaf describes it, without what depends on other features being there.
 *
 * @param needs names of the features it needs
 * @param configurations text of each configuration file by its PID, with the placeholders of Karaf
 */
record KarafFeature(
        String name,
        String version,
        String description,
        List<String> needs,
        List<FeatureBundle> bundles,
        Map<String, String> configurations) {
    KarafFeature {
        needs = List.copyOf(needs);
        bundles = List.copyOf(bundles);
        configurations = Map.copyOf(configurations);
    }

    boolean isOurs() {
        return name.startsWith("lottrace");
    }

    /**
     * A bundle with its place in the start.
     *
     * @param url its address; of Karaf's, most are no jars in Maven, and never asked for
     * @param isStarted not so for a fragment
     */
    record FeatureBundle(String url, int startLevel, boolean isStarted) {
        /** @throws IllegalArgumentException if it is no jar in Maven */
        MavenArtifact artifact() {
            return MavenArtifact.of(url);
        }
    }
}
