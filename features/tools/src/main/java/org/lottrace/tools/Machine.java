package org.lottrace.tools;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What this machine, and what was edited on it, say to the settings of a start: every reason why it would come to nothing, each
 * with what to do.
 */
final class Machine {
    private static final Set<String> OURS = Set.of("karaf", "administrator.password");

    /** What a fresh file system brings, and what a checkout or a start before this one left. */
    private static final Set<String> NOBODYS = Set.of("lost+found", "program", "program.new", "starting");

    private static final int LAST_PORT = 65_535;

    private static final long MEGABYTE = 1L << 20;
    private static final long SMALLEST_HEAP = 512;
    private static final long LARGEST_HEAP = 2048;

    private Machine() {}

    /** @return the most memory that Java uses for objects, as its option {@code -Xmx} takes it */
    static String heap() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return heap(system.getTotalMemorySize());
    }

    /** A quarter of the machine: the database and the files it reads need the rest. More than two gigabytes would make pauses longer. */
    static String heap(long memory) {
        return Math.max(SMALLEST_HEAP, Math.min(LARGEST_HEAP, memory / 4 / MEGABYTE)) + "m";
    }

    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        portProblems(settings, problems);
        keyStoreProblems(settings.https(), problems);
        folderProblems(settings, problems);
        editedProblems(settings, problems);
        if (!settings.javaOptions().isEmpty()) {
            javaProblems(settings.javaOptions(), problems);
        }
        return problems;
    }

    private static void portProblems(Settings settings, List<String> problems) {
        InetAddress address;
        try {
            address = InetAddress.getByName(settings.host());
        } catch (UnknownHostException unknown) {
            problems.add(notAnAddress(settings));
            return;
        }
        try (ServerSocket any = new ServerSocket(0, 1, address)) {
            any.getLocalPort();
        } catch (IOException notHere) {
            problems.add(notAnAddress(settings));
            return;
        }
        portProblem(address, settings.httpPort(), Settings.HTTP_PORT, problems);
        if (settings.sshPort() != settings.httpPort()) {
            portProblem(address, settings.sshPort(), Settings.SSH_PORT, problems);
        }
        Https https = settings.https();
        if (https.isOn() && https.port() != settings.httpPort() && https.port() != settings.sshPort()) {
            portProblem(address, https.port(), Https.PORT, problems);
        }
    }

    private static void keyStoreProblems(Https https, List<String> problems) {
        if (https.ownKeyStore().isEmpty()) {
            return;
        }
        Path file = https.ownKeyStore().get();
        Path password = Https.passwordOf(file);
        String named = Https.VARIABLE + " is " + file;
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            problems.add(
                    named + ", which is no file that this user may read: set it to a PKCS12 key store, to yes for a"
                            + " certificate that LotTrace makes, or to no");
        } else if (!Files.isReadable(password)) {
            problems.add(named + ", but its password is not in " + password + ": write it there, for this user only");
        } else {
            try {
                ServerCertificate.certificateIn(
                        new Https.KeyStoreFile(file, Files.readString(password).strip()));
            } catch (IOException | GeneralSecurityException unusable) {
                problems.add(named + ", which cannot be used with the password in " + password + ": "
                        + unusable.getMessage());
            }
        }
    }

    private static String notAnAddress(Settings settings) {
        return Settings.HOST + " is \"" + settings.host()
                + "\", which is no address of this machine: set it to 127.0.0.1 for"
                + " this machine only, to 0.0.0.0 for every network, or to one of its addresses";
    }

    private static void portProblem(InetAddress address, int port, String variable, List<String> problems) {
        if (port == 0) {
            return;
        }
        try (ServerSocket free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(address, port), 1);
        } catch (IOException refused) {
            int other = port + 100 <= LAST_PORT ? port + 100 : port - 100;
            problems.add(
                    String.valueOf(refused.getMessage()).contains("ermission denied")
                            ? "port " + port + " is not for every user: set " + variable + " to one from 1024 on"
                            : "port " + port + " is in use. Set " + variable + " to a free port, for example: "
                                    + variable + "=" + other + " ./lottrace run");
        }
    }

    private static void folderProblems(Settings settings, List<String> problems) {
        Path data = settings.data();
        String named = Settings.DATA + " is " + data;
        if (data.startsWith(settings.home())
                && List.of("bin", "etc", "lib", "system").contains(firstBelow(settings))) {
            problems.add(named + ", in the program itself: name another folder");
        } else if (Files.isDirectory(data)) {
            if (!Files.isWritable(data)) {
                problems.add(named + ", where this user must not write: change its owner, or name another folder");
            } else if (isSomebodyElses(data)) {
                problems.add(named
                        + ", where there are other files already, none of LotTrace: name a new or an empty folder");
            }
        } else {
            Path there = existing(data);
            if (!Files.isDirectory(there)) {
                problems.add(named + ", but " + there + " is a file: name a folder");
            } else if (!Files.isWritable(there)) {
                problems.add(named + ", which this user must not make in " + there
                        + ": make it and give it to this user, or" + " name another folder");
            }
        }
    }

    private static String firstBelow(Settings settings) {
        return settings.home().relativize(settings.data()).getName(0).toString();
    }

    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static boolean isSomebodyElses(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return !NOBODYS.containsAll(names) && names.stream().noneMatch(OURS::contains);
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** The start asks for health where the environment says: a value that was edited into the file would never be looked at. */
    private static void editedProblems(Settings settings, List<String> problems) {
        Path file = settings.etc().resolve("custom.system.properties");
        Path shipped = settings.karaf().resolve("etc.shipped").resolve(file.getFileName());
        if (!Files.isRegularFile(file) || !Files.isRegularFile(shipped)) {
            return;
        }
        Map<String, String> asked = Map.of(
                Settings.HTTP_PORT, String.valueOf(settings.httpPort()),
                Settings.SSH_PORT, String.valueOf(settings.sshPort()),
                Settings.HOST, settings.host(),
                Settings.DATA, settings.data().toString());
        Properties edited = read(file);
        Properties original = read(shipped);
        new TreeMap<>(asked).forEach((variable, value) -> {
            String key = variable.toLowerCase(Locale.ROOT).replace('_', '.');
            String inFile = edited.getProperty(key);
            if (!value.equals(inFile) && !Objects.equals(original.getProperty(key), inFile)) {
                problems.add(key + " is \"" + inFile + "\" in " + file + ", but a start takes it from " + variable
                        + ": leave that line as it was, which is \"" + original.getProperty(key) + "\", and set "
                        + variable);
            }
        });
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Asked is Java itself: it knows its options. */
    private static void javaProblems(String options, List<String> problems) {
        List<String> command = new ArrayList<>(List.of(Karaf.java()));
        command.addAll(List.of(options.split("\\s+")));
        command.add("-version");
        try {
            Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (java.waitFor() != 0) {
                problems.add("JAVA_OPTS is \"" + options + "\", which Java refuses: "
                        + said.lines().findFirst().orElse("without a word"));
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("cannot ask " + command.get(0), broken);
        }
    }
}
