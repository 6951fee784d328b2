package org.lottrace.login.internal.audit;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lottrace.api.audit.LoginMethod;

/**
 * What a login may do, as one of Karaf's files says.
 *
 * @param roles its own and those of its groups
 * @param credential beginning of a hash of what is kept of the password or key; empty when it cannot be told: of a password that is
 *     still to be hidden, or of a digest that is guessed fast, it would help whoever guesses
 */
record Rights(SortedSet<String> roles, String credential) {
    private static final String GROUP = "_g_:";
    private static final String CRYPT = "{CRYPT}";
    private static final String SALTED = "PBKDF2.";
    private static final int SHOWN = 16;

    /** @return those of each login in a file of {@code USER = PASSWORD-OR-KEY,ROLE-OR-GROUP,…} */
    static SortedMap<String, Rights> read(Path file, LoginMethod method) throws IOException {
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(file + " has a malformed line", malformed);
        }
        SortedMap<String, Rights> all = new TreeMap<>();
        lines.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(GROUP))
                .forEach(name -> all.put(name, of(lines, words(lines, name), method)));
        return all;
    }

    private static Rights of(Properties lines, List<String> words, LoginMethod method) {
        SortedSet<String> roles = new TreeSet<>();
        afterFirst(words).forEach(role -> {
            if (role.startsWith(GROUP)) {
                afterFirst(words(lines, role)).forEach(roles::add);
            } else {
                roles.add(role);
            }
        });
        String kept = words.isEmpty() ? "" : words.get(0).replace(CRYPT, "");
        boolean mayBeTold = method == LoginMethod.KEY || kept.startsWith(SALTED);
        return new Rights(roles, mayBeTold ? brief(kept) : "");
    }

    private static List<String> words(Properties lines, String name) {
        return Stream.of(lines.getProperty(name, "").split(","))
                .map(String::strip)
                .toList();
    }

    private static Collection<String> afterFirst(List<String> words) {
        return words.stream().skip(1).filter(word -> !word.isEmpty()).toList();
    }

    private static String brief(String kept) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(kept.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
