package org.lottrace.web.gate.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that were right, for some minutes: checking a password takes long on purpose, and a program sends it with every request. Kept
 * is a hash with a key that was never outside this memory; forgotten when a file of users changes, so that a password or a role that
 * was taken away is gone with the next request. What was wrong is never kept.
 */
final class RememberedLogins {
    private static final String HASH = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST_KEPT = 1_000;

    /** As many passwords are checked at a time at most; the same one, asked for by many at once, is checked once. */
    private static final int AT_A_TIME = 8;

    private final Duration time;
    private final List<Path> whileUnchanged;
    private final LongSupplier nanoseconds;
    private final SecretKeySpec key;
    private final List<Object> turns =
            IntStream.range(0, AT_A_TIME).mapToObj(i -> new Object()).toList();
    /** The one that was checked first goes first. */
    private final Map<ByteBuffer, Remembered> logins = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Remembered> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * @param time how long a login is remembered
     * @param whileUnchanged files; one that is not there is watched for coming
     * @param nanoseconds as {@link System#nanoTime()}
     */
    RememberedLogins(Duration time, List<Path> whileUnchanged, LongSupplier nanoseconds) {
        this.time = time;
        this.whileUnchanged = List.copyOf(whileUnchanged);
        this.nanoseconds = nanoseconds;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HASH);
    }

    /** @return the caller that is remembered for these credentials, or whom the check lets in */
    Optional<Caller> login(BasicCredentials credentials, Supplier<Optional<Caller>> check) {
        ByteBuffer hash = hash(credentials);
        Optional<Caller> known = known(hash);
        if (known.isPresent()) {
            return known;
        }
        synchronized (turns.get(Math.floorMod(hash.hashCode(), AT_A_TIME))) {
            Optional<Caller> meanwhile = known(hash);
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            // before the check: a change during it is noticed at the next request
            List<FileTime> files = changed();
            Optional<Caller> checked = check.get();
            checked.ifPresent(caller -> remember(hash, new Remembered(caller, nanoseconds.getAsLong(), files)));
            return checked;
        }
    }

    private Optional<Caller> known(ByteBuffer hash) {
        Remembered remembered;
        synchronized (logins) {
            remembered = logins.get(hash);
        }
        return Optional.ofNullable(remembered)
                .filter(login -> nanoseconds.getAsLong() - login.checked() < time.toNanos()
                        && login.files().equals(changed()))
                .map(Remembered::caller);
    }

    private void remember(ByteBuffer hash, Remembered login) {
        if (!time.isZero()) {
            synchronized (logins) {
                logins.put(hash, login);
            }
        }
    }

    private List<FileTime> changed() {
        return whileUnchanged.stream().map(RememberedLogins::lastChange).toList();
    }

    private static FileTime lastChange(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ByteBuffer hash(BasicCredentials credentials) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            mac.update(credentials.user().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(credentials.password().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private record Remembered(Caller caller, long checked, List<FileTime> files) {}
}
