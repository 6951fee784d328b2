package org.lottrace.p2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.adaptor.EclipseStarter;

/**
 * Called by the build, in a virtual machine of its own. Has p2's own publisher write {@code content.jar} and {@code artifacts.jar} for the bundles and features that {@link WriteHost}
 * put into a folder. The publisher is an application of Equinox; its bundles lie in a folder of their own.
 */
public final class WriteP2 {
    private static final String PUBLISHER = "org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher";
    private static final String NAME = "LotTrace";

    private WriteP2() {}

    /**
     * Ends the virtual machine, with a status other than 0 when the publisher failed.
     *
     * @param arguments folder of the publisher's bundles, folder of the repository, folder for what the publisher itself writes
     */
    public static void main(String[] arguments) throws Exception {
        String repository = Path.of(arguments[1]).toUri().toString();
        EclipseStarter.setInitialProperties(settings(Path.of(arguments[0]), Path.of(arguments[2])));
        Object result = EclipseStarter.run(
                new String[] {
                    "-application",
                    PUBLISHER,
                    "-source",
                    Path.of(arguments[1]).toString(),
                    "-metadataRepository",
                    repository,
                    "-metadataRepositoryName",
                    NAME,
                    "-artifactRepository",
                    repository,
                    "-artifactRepositoryName",
                    NAME,
                    "-compress",
                    "-nosplash",
                    "-consoleLog"
                },
                null);
        System.exit(Integer.valueOf(0).equals(result) ? 0 : 1);
    }

    private static Map<String, String> settings(Path publisher, Path work) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("osgi.bundles", bundles(publisher));
        settings.put("osgi.configuration.area", work.resolve("configuration").toString());
        settings.put("osgi.instance.area", work.resolve("workspace").toString());
        settings.put("osgi.install.area", work.toUri().toString());
        settings.put("eclipse.p2.data.area", work.resolve("p2").toString());
        // its bundles use Java's XML parser without importing it, as Eclipse's own launcher lets them
        settings.put("osgi.compatibility.bootdelegation", "true");
        // whoever stops its bundles one by one reads of a dozen that miss each other
        settings.put("osgi.noShutdown", "true");
        return settings;
    }

    private static String bundles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(WriteP2::entry).collect(Collectors.joining(","));
        }
    }

    private static String entry(Path jar) {
        try {
            return "reference:" + jar.toUri() + (BundleJar.of(jar).isFragment() ? "" : "@start");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
