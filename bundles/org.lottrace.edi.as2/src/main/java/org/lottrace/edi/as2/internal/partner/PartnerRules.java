package org.lottrace.edi.as2.internal.partner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.cms.KeyFiles;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.message.Names;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.Compression;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;

/** What a configuration must be. All that is wrong is said at once. */
final class PartnerRules {
    private static final String NONE = "NONE";
    private static final long MEGABYTE = 1024 * 1024;
    private static final int LARGEST_MEGABYTES = 1000;
    private static final int LONGEST_TIMEOUT = 3600;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> problems = new ArrayList<>();

    private PartnerRules() {}

    /** @throws IllegalArgumentException with every problem, each with the name of its property */
    static PartnerSettings settings(PartnerConfig config) {
        return new PartnerRules().check(config);
    }

    private PartnerSettings check(PartnerConfig config) {
        require(
                config.partner().matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}"),
                "partner",
                "is not 1 to 64 letters, digits, dots, dashes or underscores: " + config.partner());
        name("own.name", config.own_name());
        name("their.name", config.their_name());
        Optional<OwnKey> own = own(config);
        List<X509Certificate> theirs = certificates("their.certificate.file", config.their_certificate_file());
        Optional<URI> url = address("url", config.url());
        List<String> receivers = list(config.receivers());
        receivers.forEach(receiver -> require(
                receiver.matches("[A-Z0-9]{2}:[ -~]{1,15}"),
                "receivers",
                "has no interchange address such as ZZ:MARKET: " + receiver));
        require(url.isEmpty() || !receivers.isEmpty(), "receivers", "is empty: nobody's files would go to url");
        require(receivers.isEmpty() || !config.url().isBlank(), "url", "is empty, and there are receivers");
        Optional<Path> trusted = path("url.certificate.file", config.url_certificate_file());
        if (trusted.isPresent()) {
            certificates("url.certificate.file", config.url_certificate_file());
        }
        Optional<Digest> sign = config.sign().strip().equals(NONE) ? Optional.empty() : Digest.named(config.sign());
        require(
                sign.isPresent() || config.sign().strip().equals(NONE),
                "sign",
                "is not SHA-256, SHA-384, SHA-512, SHA-1 or NONE: " + config.sign());
        require(
                config.incoming_weak() || sign.filter(Digest::isWeak).isEmpty(),
                "sign",
                "is SHA-1, and incoming.weak is not true: receipts with it would be refused");
        Optional<ContentCipher> encrypt = ContentCipher.named(config.encrypt().strip());
        require(
                encrypt.isPresent() || config.encrypt().strip().equals(NONE),
                "encrypt",
                "is not AES-256, AES-192, AES-128, 3DES or NONE: " + config.encrypt());
        require(
                encrypt.isPresent() || url.isEmpty() || isPrivate(url.get()),
                "encrypt",
                "is NONE, and url does not begin with https: anybody on the way could read it");
        Optional<Compression> compression = oneOf("compress", config.compress(), Compression.values());
        Optional<ReceiptKind> receipt = oneOf("receipt", config.receipt(), ReceiptKind.values());
        Optional<URI> receiptUrl = address("receipt.url", config.receipt_url());
        boolean isLater = receipt.equals(Optional.of(ReceiptKind.ASYNCHRONOUS));
        require(
                isLater == !config.receipt_url().isBlank(),
                "receipt.url",
                isLater ? "is empty, and receipt is ASYNCHRONOUS" : "is set, and receipt is not ASYNCHRONOUS");
        Optional<URI> incomingReceiptUrl = address("incoming.receipt.url", config.incoming_receipt_url());
        require(
                config.largest_file_megabytes() > 0 && config.largest_file_megabytes() <= LARGEST_MEGABYTES,
                "largest.file.megabytes",
                "is not 1 to 1000: " + config.largest_file_megabytes());
        require(
                config.inbox_quota_megabytes() >= config.largest_file_megabytes(),
                "inbox.quota.megabytes",
                "is less than largest.file.megabytes: " + config.inbox_quota_megabytes());
        require(config.look_seconds() > 0, "look.seconds", "is not 1 or more: " + config.look_seconds());
        require(
                config.timeout_seconds() > 0 && config.timeout_seconds() <= LONGEST_TIMEOUT,
                "timeout.seconds",
                "is not 1 to 3600: " + config.timeout_seconds());
        require(config.receipt_minutes() > 0, "receipt.minutes", "is not 1 or more: " + config.receipt_minutes());
        require(config.remember_days() > 0, "remember.days", "is not 1 or more: " + config.remember_days());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new PartnerSettings(
                config.partner(),
                config.own_name(),
                config.their_name(),
                own.orElseThrow(),
                theirs,
                url,
                trusted,
                new TreeSet<>(receivers),
                sign,
                encrypt,
                compression.orElseThrow(),
                receipt.orElseThrow(),
                config.receipt_signed(),
                receiptUrl,
                Duration.ofMinutes(config.receipt_minutes()),
                config.incoming_signed(),
                config.incoming_encrypted(),
                config.incoming_weak(),
                incomingReceiptUrl,
                config.largest_file_megabytes() * MEGABYTE,
                config.inbox_quota_megabytes() * MEGABYTE,
                Duration.ofSeconds(config.look_seconds()),
                Duration.ofSeconds(config.timeout_seconds()),
                Duration.ofDays(config.remember_days()));
    }

    private void require(boolean isRight, String property, String problem) {
        if (!isRight) {
            problems.add(property + " " + problem);
        }
    }

    private void name(String property, String name) {
        require(
                Names.isGood(name),
                property,
                "is not 1 to 128 letters, digits and signs without quotes and backslashes: " + name);
    }

    private Optional<OwnKey> own(PartnerConfig config) {
        Optional<Path> key = secret("key.file", config.key_file());
        Optional<Path> password = secret("password.file", config.password_file());
        Optional<Path> certificate = path("own.certificate.file", config.own_certificate_file());
        require(!config.key_file().isBlank(), "key.file", "is empty");
        boolean isThere = key.isPresent()
                && (password.isPresent() || config.password_file().isBlank());
        try {
            Optional<char[]> opening = isThere && password.isPresent()
                    ? Optional.of(Files.readString(password.get()).strip().toCharArray())
                    : Optional.empty();
            return isThere ? Optional.of(KeyFiles.own(key.get(), certificate, opening)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            problems.add("key.file: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<X509Certificate> certificates(String property, String text) {
        try {
            Optional<Path> file = path(property, text);
            require(!text.isBlank(), property, "is empty");
            return file.isPresent() ? KeyFiles.certificates(file.get()) : List.of();
        } catch (IOException | RuntimeException e) {
            problems.add(property + ": " + e);
            return List.of();
        }
    }

    private Optional<Path> path(String property, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            problems.add(property + " is no path: " + text);
            return Optional.empty();
        }
    }

    private Optional<Path> secret(String property, String text) {
        Optional<Path> file = path(property, text);
        Optional<String> problem = file.flatMap(OwnerOnly::problem);
        problem.ifPresent(said -> problems.add(property + ": " + said));
        return problem.isPresent() ? Optional.empty() : file;
    }

    private Optional<URI> address(String property, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(text.strip());
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                return Optional.of(address);
            }
            problems.add(property + " is no address with http or https, or holds a password");
        } catch (IllegalArgumentException e) {
            // what it says is not printed: it may hold a password
            problems.add(property + " is no address with http or https");
        }
        return Optional.empty();
    }

    private static boolean isPrivate(URI address) {
        return address.getScheme().equals("https") || THIS_MACHINE.contains(address.getHost());
    }

    private <E extends Enum<E>> Optional<E> oneOf(String property, String text, E[] values) {
        Optional<E> value = Arrays.stream(values)
                .filter(one -> one.toString().equals(text.strip()))
                .findFirst();
        require(value.isPresent(), property, "is not one of " + Arrays.toString(values) + ": " + text);
        return value;
    }

    /** A {@code .cfg} file gives {@code a, b} as one text. */
    private static List<String> list(String[] configured) {
        return Arrays.stream(configured)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
