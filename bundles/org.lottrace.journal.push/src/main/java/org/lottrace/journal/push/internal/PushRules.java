package org.lottrace.journal.push.internal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.PartyId;

/** What a configuration must be; all that is wrong with one is said at once. */
final class PushRules {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HOUR = 3600;
    private static final int TEN_MINUTES = 600;
    private static final int MOST_TRIES = 50;

    private final List<String> problems = new ArrayList<>();

    private PushRules() {}

    /** @throws IllegalArgumentException if something is wrong; the message says all of it and what to do */
    static PushSettings settings(PushConfig config) {
        return new PushRules().read(config);
    }

    private PushSettings read(PushConfig config) {
        check(
                config.receiver().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,29}"),
                "receiver must be a name of 1 to 30 letters, digits, dots, hyphens and underscores");
        check(
                config.company().matches("[!-~]{0,20}"),
                "company must be a company that keeps books of its own, or empty for the common books");
        Optional<URI> url = url(config.url());
        Optional<Path> mapping = file("mapping.file", config.mapping_file(), false);
        Optional<Path> password = file("password.file", config.password_file(), true);
        Optional<Path> key = file("key.file", config.key_file(), true);
        Optional<Path> keyPassword = file("key.password.file", config.key_password_file(), true);
        Optional<Path> trusted = file("url.certificate.file", config.url_certificate_file(), false);
        check(config.user().isEmpty() == config.password_file().isEmpty(), "user and password.file go together");
        check(!config.user().contains(":"), "user must have no colon");
        check(
                config.key_file().isEmpty() == config.key_password_file().isEmpty(),
                "key.file and key.password.file go together");
        check(
                isHeader(config.content_type()) && !config.content_type().isBlank(),
                "content.type must be a media type in one line");
        check(isHeader(config.soap_action()), "soap.action must be one line of printable characters");
        check(1 <= config.look_seconds() && config.look_seconds() <= HOUR, "look.seconds must be 1 to 3600");
        check(
                1 <= config.timeout_seconds() && config.timeout_seconds() <= TEN_MINUTES,
                "timeout.seconds must be 1 to 600");
        check(1 <= config.most_tries() && config.most_tries() <= MOST_TRIES, "most.tries must be 1 to 50");
        Optional<AnswerReading> answers = answers(config);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new PushSettings(
                config.receiver(),
                Optional.of(config.company())
                        .filter(company -> !company.isEmpty())
                        .map(PartyId::new),
                url.orElseThrow(),
                mapping,
                config.content_type(),
                config.soap_action(),
                answers.orElseThrow(),
                config.user(),
                password,
                key,
                keyPassword,
                trusted,
                Duration.ofSeconds(config.look_seconds()),
                Duration.ofSeconds(config.timeout_seconds()),
                config.most_tries());
    }

    private void check(boolean isRight, String problem) {
        if (!isRight) {
            problems.add(problem);
        }
    }

    /** The address itself is not said: it may hold a password. */
    private Optional<URI> url(String text) {
        try {
            URI url = URI.create(text.strip());
            boolean isSecret = "https".equals(url.getScheme()) && url.getHost() != null;
            boolean isHere = "http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost()));
            if ((isSecret || isHere) && url.getUserInfo() == null) {
                return Optional.of(url);
            }
            problems.add("url must begin with https://, or with http:// and name this machine, and hold no password");
        } catch (IllegalArgumentException noAddress) {
            problems.add("url is no address");
        }
        return Optional.empty();
    }

    private Optional<Path> file(String name, String text, boolean isSecret) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(text);
            if (isSecret) {
                OwnerOnly.problem(file).ifPresent(problem -> problems.add(name + ": " + problem));
            } else if (!Files.isReadable(file)) {
                problems.add(name + ": " + file + " is not there, or cannot be read");
            }
            return Optional.of(file);
        } catch (InvalidPathException noPath) {
            problems.add(name + " is no path: " + noPath.getMessage());
            return Optional.empty();
        }
    }

    private Optional<AnswerReading> answers(PushConfig config) {
        try {
            return Optional.of(new AnswerReading(config.accepted_when(), config.rejected_when(), config.reason()));
        } catch (IllegalArgumentException wrong) {
            problems.add(wrong.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isHeader(String text) {
        return text.chars().allMatch(one -> one >= ' ' && one <= '~');
    }
}
