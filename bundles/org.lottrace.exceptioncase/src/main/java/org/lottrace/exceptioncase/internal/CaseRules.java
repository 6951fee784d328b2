package org.lottrace.exceptioncase.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lottrace.api.operation.Role;

/**
 * Who looks after what, and how soon: the table {@code exception-owners.properties}, with the lines of the configuration in the
 * place of those of the same code.
 */
final class CaseRules {
    static final String OTHERS = "OTHERS";

    private static final String TABLE = "exception-owners.properties";
    private static final int MOST_HOURS = 10_000;

    private final Map<String, Rule> rules = new HashMap<>();

    /**
     * @param owner who looks after it
     * @param within how soon
     */
    record Rule(Role owner, Duration within) {}

    /**
     * @param overrides lines such as {@code LOT_ON_HOLD=lottrace-quality 2}
     * @throws IllegalArgumentException if a line cannot be read; it names all of them
     */
    CaseRules(String... overrides) {
        List<String> wrong = new ArrayList<>();
        table().forEach((code, rule) -> put(code.toString(), rule.toString(), wrong));
        for (String line : overrides) {
            String[] parts = line.split("=", 2);
            put(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip(), wrong);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong)
                    + "; a line is CODE=ROLE HOURS, such as LOT_ON_HOLD=lottrace-quality 4, with 1 to " + MOST_HOURS
                    + " hours");
        }
    }

    Rule of(String code) {
        return Optional.ofNullable(rules.get(code)).orElseGet(() -> rules.get(OTHERS));
    }

    private void put(String code, String text, List<String> wrong) {
        String[] words = text.split("\\s+");
        Optional<Role> owner = words.length == 2 ? role(words[0]) : Optional.empty();
        if (code.isEmpty() || owner.isEmpty() || !words[1].matches("[1-9]\\d{0,4}") || hours(words[1]) > MOST_HOURS) {
            wrong.add("\"" + code + "=" + text + "\" is no rule for exceptions");
        } else {
            rules.put(code, new Rule(owner.get(), Duration.ofHours(hours(words[1]))));
        }
    }

    private static int hours(String digits) {
        return Integer.parseInt(digits);
    }

    static Optional<Role> role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isOfLogin() && role.code().equals(code))
                .findFirst();
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream in = CaseRules.class.getResourceAsStream(TABLE)) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " of this bundle cannot be read", e);
        }
        return table;
    }
}
