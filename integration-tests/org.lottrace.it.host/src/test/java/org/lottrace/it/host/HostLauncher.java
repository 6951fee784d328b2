package org.lottrace.it.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The program of a host, in a virtual machine of its own: a framework, whichever the class path has, with the bundles of a list and a plugin. It reads questions, a line each, from its
 * standard input, and ends with it.
 */
public final class HostLauncher {
    static final String ANSWER = "answer: ";
    static final String STARTED = "started";

    /** Behind everything of LotTrace. */
    private static final int LAST_LEVEL = 90;

    private static final int FIELDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final BundleContext context;

    private HostLauncher(BundleContext context) {
        this.context = context;
    }

    /** @param arguments folder with {@code bundles.info}, the plugin, folder of the configuration, folder for all else */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[3]);
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, work.resolve("framework").toString());
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(LAST_LEVEL));
        settings.put("felix.fileinstall.dir", arguments[2]);
        settings.put("felix.fileinstall.noInitialDelay", "true");
        settings.put("felix.fileinstall.tmpdir", work.resolve("tmp").toString());
        Framework framework =
                ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(settings);
        framework.init();
        HostLauncher host = new HostLauncher(framework.getBundleContext());
        host.install(Path.of(arguments[0]));
        host.install(Path.of(arguments[1]), LAST_LEVEL, true);
        framework.start();
        say(STARTED);
        host.answerQuestions();
        framework.stop();
        framework.waitForStop(0);
        System.exit(0);
    }

    private void install(Path folder) throws IOException, BundleException {
        for (String line : Files.readAllLines(folder.resolve("bundles.info"))) {
            String[] fields = line.split(",");
            if (!line.startsWith("#") && fields.length == FIELDS) {
                install(folder.resolve(fields[2]), Integer.parseInt(fields[3]), Boolean.parseBoolean(fields[4]));
            }
        }
    }

    private void install(Path jar, int level, boolean isStarted) throws BundleException {
        Bundle bundle = context.installBundle("reference:" + jar.toUri());
        bundle.adapt(BundleStartLevel.class).setStartLevel(level);
        if (isStarted) {
            bundle.start();
        }
    }

    private void answerQuestions() throws IOException, InterruptedException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            try {
                say(answer(question));
            } catch (Exception failed) {
                failed.printStackTrace();
                say("failed: " + failed);
            }
        }
    }

    private String answer(String question) throws Exception {
        return switch (question) {
            case "framework" -> context.getBundle(0).getSymbolicName();
            case "bundles not running" -> notRunning();
            case "main line" -> mainLine();
            default -> throw new IllegalArgumentException("unknown question " + question);
        };
    }

    private String notRunning() {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !isAttachedFragment(bundle))
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getState())
                .collect(Collectors.joining(", "));
    }

    private static boolean isAttachedFragment(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null && bundle.getState() == Bundle.RESOLVED;
    }

    /** There when the database is open and all services of LotTrace are. */
    private String mainLine() throws Exception {
        ServiceReference<?>[] found = null;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (found == null) {
            if (System.nanoTime() > deadline) {
                return "not all services of LotTrace came";
            }
            Thread.sleep(100);
            found = context.getServiceReferences(
                    Callable.class.getName(), "(component.name=org.lottrace.it.host.MainLine)");
        }
        return (String) ((Callable<?>) context.getService(found[0])).call();
    }

    private static void say(String answer) {
        System.out.println(ANSWER + answer.replace('\n', ' '));
    }
}
