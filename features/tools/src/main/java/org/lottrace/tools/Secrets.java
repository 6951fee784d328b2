package org.lottrace.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts: the values of settings whose names say so, what looks like a secret, and, wherever they stand, the secrets
 * that this installation has.
 */
final class Secrets {
    static final String BLANK = "***";

    /** Shorter ones are words that stand everywhere. */
    private static final int SHORTEST = 6;

    private static final int LARGEST_FILE = 100_000;

    private static final Pattern NAME =
            Pattern.compile("(?i).*(passwor[dt]|passwd|passphrase|secret|key|token|credential).*");

    /** Whoever knows the address of a hook may write there: its path is a secret. */
    private static final Pattern HOOK =
            Pattern.compile("(?i)(\\s*[^#!=:\\s]*hook[^=:\\s]*\\s*[=:]\\s*\\w+\\\\?://)([^/\\s]*/)(\\S+).*");

    private static final Pattern SETTING = Pattern.compile("(\\s*)([^#!=:\\s][^=:\\s]*)(\\s*[=:]\\s*|\\s+)(.*)");

    /** What is a secret wherever it stands. */
    private static final List<Pattern> EVERYWHERE = List.of(
            Pattern.compile("ltt_[0-9a-f]{10}_[A-Za-z0-9_-]{20,}"),
            Pattern.compile("PBKDF2\\.[0-9]+\\.[A-Za-z0-9_.-]+"),
            Pattern.compile("\\{CRYPT\\}.*?\\{CRYPT\\}"),
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)"),
            Pattern.compile("(?i)(?<=\\b(basic|bearer) )[A-Za-z0-9+/=._~-]{8,}"),
            Pattern.compile("(?i)(?<=(password|passwd|secret|token)=)[^\\s;&,\"']+"),
            Pattern.compile("(?<=://)[^/\\s:@]*:[^/\\s@]+(?=@)"));

    /** Random characters in a setting are a secret, whatever its name is; in a log they are as often a hash of the ledger. */
    private static final Pattern RANDOM = Pattern.compile(
            "(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]*[0-9])(?=[A-Za-z0-9+/_-]*[A-Za-z])[A-Za-z0-9+_-]{32,}={0,2}");

    private final Set<String> known =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** @return those of the installation whose data folder this is */
    static Secrets of(Settings settings) throws IOException {
        Secrets secrets = new Secrets();
        for (Path file : filesIn(settings.data(), 2)) {
            String name = file.getFileName().toString();
            if (name.matches(".*\\.(password|secret|key)(\\.pub)?")) {
                secrets.knowLinesOf(file);
            }
        }
        for (Path file : filesIn(settings.etc(), 2)) {
            if (file.toString().matches(".*[.](cfg|properties|config)")) {
                secrets.knowSettingsOf(file);
            }
        }
        return secrets;
    }

    void know(String secret) {
        if (secret.strip().length() >= SHORTEST) {
            known.add(secret.strip());
        }
    }

    private void knowLinesOf(Path file) throws IOException {
        if (Files.size(file) <= LARGEST_FILE) {
            Files.readString(file, StandardCharsets.ISO_8859_1).lines().forEach(this::know);
        }
    }

    /** Of users and keys everything before the roles is a secret; of other files what is named so, unless it is a path. */
    private void knowSettingsOf(Path file) throws IOException {
        boolean areLogins = isOfLogins(file);
        for (String line :
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
            Matcher hook = HOOK.matcher(line);
            if (hook.matches()) {
                know(hook.group(2) + hook.group(3));
            }
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                String value = setting.group(4).strip();
                if (areLogins && !setting.group(2).startsWith("_g_")) {
                    know(value.split(",")[0]);
                    know(value.split(",")[0].replace("{CRYPT}", ""));
                } else if (NAME.matcher(setting.group(2)).matches() && !value.matches("(true|false|[0-9]+|.*[/$].*)")) {
                    know(value);
                }
            }
        }
    }

    static boolean isOfLogins(Path file) {
        return file.getFileName().toString().matches("(users|keys)\\.properties");
    }

    /** @return a file of settings, line by line; what goes on in the next line is blanked with its first */
    String inSettings(String text) {
        StringBuilder safe = new StringBuilder();
        boolean goesOn = false;
        boolean isBlanked = false;
        for (String line : text.lines().toList()) {
            Matcher setting = SETTING.matcher(line);
            String written;
            if (goesOn) {
                written = isBlanked ? BLANK : RANDOM.matcher(line).replaceAll(BLANK);
            } else if (setting.matches()
                    && NAME.matcher(setting.group(2)).matches()
                    && !setting.group(4).isBlank()) {
                isBlanked = true;
                written = setting.group(1) + setting.group(2) + setting.group(3) + BLANK;
            } else {
                isBlanked = false;
                Matcher hook = HOOK.matcher(line);
                written = hook.matches()
                        ? hook.group(1) + hook.group(2) + BLANK
                        : RANDOM.matcher(line).replaceAll(BLANK);
            }
            goesOn = line.endsWith("\\") && !line.strip().startsWith("#");
            safe.append(written).append('\n');
        }
        return inText(safe.toString());
    }

    /** @return any text, such as a log */
    String inText(String text) {
        String safe = text;
        for (String secret : known) {
            safe = safe.replace(secret, BLANK);
        }
        for (Pattern pattern : EVERYWHERE) {
            safe = pattern.matcher(safe).replaceAll(BLANK);
        }
        return safe;
    }

    static List<Path> filesIn(Path folder, int depth) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
