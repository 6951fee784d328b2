package org.lottrace.it.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files as the tests need them. */
final class Folders {
    private Folders() {}

    static List<Path> jarsBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> in(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Copies configuration files, and sets what an administrator would. */
    static void configure(Path shipped, Path etc, Map<String, Map<String, String>> settings) throws IOException {
        Files.createDirectories(etc);
        for (Path file : in(shipped)) {
            String name = file.getFileName().toString();
            String text = Files.readString(file);
            for (Map.Entry<String, String> setting :
                    settings.getOrDefault(name, Map.of()).entrySet()) {
                String line = "(?m)^" + setting.getKey().replace(".", "\\.") + " =.*$";
                String changed = text.replaceFirst(line, setting.getKey() + " = " + setting.getValue());
                if (changed.equals(text)) {
                    throw new IllegalStateException(name + " has no line " + setting.getKey());
                }
                text = changed;
            }
            Files.writeString(etc.resolve(name), text);
        }
        Files.writeString(etc.resolve("org.ops4j.pax.logging.cfg"), """
                log4j2.status = WARN
                log4j2.rootLogger.level = INFO
                log4j2.rootLogger.appenderRef.File.ref = File
                log4j2.appender.file.type = File
                log4j2.appender.file.name = File
                log4j2.appender.file.fileName = ${lottrace.data}/host.log
                log4j2.appender.file.layout.type = PatternLayout
                log4j2.appender.file.layout.pattern = %d{ISO8601} | %-5p | %-16t | %c{1} | %m%n
                """);
    }
}
