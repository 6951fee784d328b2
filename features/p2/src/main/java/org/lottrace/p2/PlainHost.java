package org.lottrace.p2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lottrace.p2.KarafFeature.FeatureBundle;

/**
 * What of the features runs on a framework alone. Ours are taken as the feature repository has them, without those that are about Karaf itself; of Karaf's, the libraries of
 * others that they bring, in the versions that Karaf has.
 */
final class PlainHost {
    /** Our features that are about Karaf, and those that only name others. */
    static final Set<String> NEED_KARAF = Set.of("lottrace-console-commands", "lottrace");

    static final String SERVICES = "lottrace-host-services";

    /** What Karaf starts before all features, and a host has anyway or takes from here. */
    private static final Set<String> CONTAINER = Set.of(
            "pax-logging-api",
            "pax-logging-log4j2",
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.apache.felix.metatype",
            "org.apache.felix.configadmin",
            "org.apache.felix.fileinstall");

    /**
     * Behind Configuration Admin: it reads all files when it starts, if that is there, and seconds later if not. Karaf starts what is configured by them later still, a host does
     * not.
     */
    private static final String CONFIGURATION_FILES = "org.apache.felix.fileinstall";

    private static final int AFTER_CONFIGURATION_ADMIN = 11;

    private final Map<String, KarafFeature> ours;
    private final Map<String, KarafFeature> standard;
    private final KarafFeature framework;

    /**
     * @param ours our features
     * @param standard Karaf's features
     * @param framework Karaf's feature of that name
     */
    PlainHost(Map<String, KarafFeature> ours, Map<String, KarafFeature> standard, KarafFeature framework) {
        this.ours = ours;
        this.standard = standard;
        this.framework = framework;
    }

    /** @return our features, and before them one with the container's services; in the order of their names */
    List<KarafFeature> features() {
        List<KarafFeature> all = new ArrayList<>();
        all.add(containerServices());
        new TreeMap<>(ours)
                .values().stream()
                        .filter(feature -> !NEED_KARAF.contains(feature.name()))
                        .map(this::withoutKaraf)
                        .forEach(all::add);
        return all;
    }

    private KarafFeature containerServices() {
        List<FeatureBundle> bundles = framework.bundles().stream()
                .filter(bundle -> CONTAINER.contains(bundle.artifact().artifact()))
                .map(PlainHost::inOrder)
                .toList();
        if (bundles.size() != CONTAINER.size()) {
            throw new IllegalStateException("Karaf's framework has no longer all of " + CONTAINER + ": " + bundles);
        }
        return new KarafFeature(
                SERVICES,
                ours.values().iterator().next().version(),
                "Services of the container that Karaf brings: logging, configuration",
                List.of(),
                bundles,
                Map.of());
    }

    private static FeatureBundle inOrder(FeatureBundle bundle) {
        return bundle.artifact().artifact().equals(CONFIGURATION_FILES)
                ? new FeatureBundle(bundle.url(), AFTER_CONFIGURATION_ADMIN, bundle.isStarted())
                : bundle;
    }

    /** The libraries of Karaf's features stand among its own bundles. */
    private KarafFeature withoutKaraf(KarafFeature feature) {
        Stream<FeatureBundle> libraries = feature.needs().stream()
                .filter(need -> !ours.containsKey(need))
                .map(this::known)
                .flatMap(need -> need.bundles().stream())
                .filter(bundle -> !bundle.artifact().isOfKaraf());
        return new KarafFeature(
                feature.name(),
                feature.version(),
                feature.description(),
                Stream.concat(Stream.of(SERVICES), feature.needs().stream().filter(ours::containsKey))
                        .distinct()
                        .toList(),
                Stream.concat(libraries, feature.bundles().stream()).distinct().toList(),
                feature.configurations());
    }

    private KarafFeature known(String name) {
        KarafFeature feature = standard.get(name);
        if (feature == null) {
            throw new IllegalStateException("neither our feature repository nor Karaf's has the feature " + name);
        }
        return feature;
    }
}
