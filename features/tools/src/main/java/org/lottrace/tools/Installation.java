package org.lottrace.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The folder of the Karaf that runs: a copy of the distribution's {@code etc}, and what Karaf writes. A newer program leaves what
 * someone, or the first start, changed in {@code etc}, the log, and the folders that belong to people. Only where it brings another
 * version of an edited file that is not LotTrace's own it takes its own, puts the edited one aside, and says so.
 */
final class Installation {
    private static final Set<String> ALWAYS_REPLACED =
            Set.of("config.properties", "startup.properties", "system.properties", "jre.properties");

    private static final Pattern KEPT = Pattern.compile("[^/]+\\.properties"
            + "|org\\.lottrace\\.[^/]*\\.cfg"
            + "|org\\.apache\\.karaf\\.command\\.acl\\.(alloc|cost|edi|lot|lottrace|recall)\\.cfg"
            + "|host\\.key[^/]*|edi-mappings/.*");

    private final Path program;
    private final Path karaf;
    private final Path etc;
    private final Path shipped;
    private final Path marker;

    Installation(Path program, Path karaf) {
        this.program = program;
        this.karaf = karaf;
        etc = karaf.resolve("etc");
        shipped = karaf.resolve("etc.shipped");
        marker = karaf.resolve(".unpacked");
    }

    /**
     * Does nothing when it was made for this very program. May be killed at any moment and run again.
     *
     * @return edited files that gave way to the newer program's, where they lie now
     */
    List<Path> bringUpToDate() throws IOException {
        String identity = identity();
        if (Files.exists(marker) && Files.readString(marker).equals(identity)) {
            return List.of();
        }
        List<Path> replaced = List.of();
        Path before = karaf.resolve("etc.before");
        Path fresh = karaf.resolve("etc.new");
        Files.createDirectories(karaf);
        if (Files.exists(before) && Files.notExists(etc)) {
            Files.move(before, etc);
        }
        delete(before);
        delete(fresh);
        copy(program.resolve("etc"), fresh);
        if (Files.exists(etc)) {
            replaced = keepEdited(fresh, karaf.resolve("etc.replaced").resolve("by-" + identity));
            Files.move(etc, before);
        }
        deleteWhatIsWorkedOut();
        Files.move(fresh, etc);
        delete(shipped);
        copy(program.resolve("etc"), shipped);
        Files.createDirectories(karaf.resolve("deploy"));
        Files.writeString(marker, identity);
        delete(before);
        return replaced;
    }

    private List<Path> keepEdited(Path fresh, Path aside) throws IOException {
        List<Path> replaced = new ArrayList<>();
        for (Path file : filesIn(etc)) {
            Path name = etc.relativize(file);
            if (isOurs(name) ? isTheSame(file, shipped.resolve(name)) : !isEdited(file, shipped.resolve(name))) {
                continue;
            }
            if (isOurs(name) || !isEdited(fresh.resolve(name), shipped.resolve(name))) {
                copyOver(file, fresh.resolve(name));
            } else {
                copyOver(file, aside.resolve(name));
                replaced.add(aside.resolve(name));
            }
        }
        return List.copyOf(replaced);
    }

    /** Its settings mean the same in every version. */
    private static boolean isOurs(Path name) {
        String text = name.toString().replace('\\', '/');
        return KEPT.matcher(text).matches() && !ALWAYS_REPLACED.contains(text);
    }

    private static void copyOver(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** To the last comment. */
    private static boolean isTheSame(Path file, Path original) throws IOException {
        return Files.notExists(file) || Files.notExists(original)
                ? Files.notExists(file) && Files.notExists(original)
                : Files.mismatch(file, original) < 0;
    }

    /** Karaf writes some of its files again as they were, with another end, or with its own word for stopping it. */
    private static boolean isEdited(Path file, Path original) throws IOException {
        if (Files.notExists(file) || Files.notExists(original)) {
            return Files.exists(file) || Files.exists(original);
        }
        return !isTheSame(file, original)
                && !(file.toString().matches(".*[.](cfg|properties)")
                        && settings(file).equals(settings(original)));
    }

    private static Properties settings(Path file) throws IOException {
        Properties settings = new Properties();
        try (InputStream bytes = Files.newInputStream(file)) {
            settings.load(bytes);
        } catch (IllegalArgumentException notOnlySettings) {
            settings.setProperty("", Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        settings.remove("karaf.shutdown.command");
        return settings;
    }

    /** What Karaf keeps of the bundles, and the program where an earlier version kept it: it would go first. */
    private void deleteWhatIsWorkedOut() throws IOException {
        for (String folder : List.of("bin", "lib", "system")) {
            delete(karaf.resolve(folder));
        }
        Path data = karaf.resolve("data");
        if (Files.exists(data)) {
            try (Stream<Path> folders = Files.list(data)) {
                for (Path folder : folders.filter(Predicate.not(path -> path.endsWith("log")))
                        .toList()) {
                    delete(folder);
                }
            }
        }
    }

    /** Two programs are the same when their configuration and our bundles are, and the names of all other files. */
    private String identity() throws IOException {
        CRC32 contents = new CRC32();
        for (String folder : List.of("etc", "lib", "system")) {
            for (Path file : filesIn(program.resolve(folder))) {
                String name = program.relativize(file).toString().replace('\\', '/');
                contents.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                if (name.startsWith("etc/") || name.startsWith("system/org/lottrace/")) {
                    contents.update(Files.readAllBytes(file));
                }
            }
        }
        return Long.toHexString(contents.getValue());
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }
    }
}
