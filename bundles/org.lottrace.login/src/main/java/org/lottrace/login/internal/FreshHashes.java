package org.lottrace.login.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lottrace.login.PasswordHash;

/**
 * Hashes of the last minute. Karaf 4.4 begins to watch the file of users twice and ends it once ({@code AutoEncryptionSupport}), so two
 * threads hash each new password and write the file one after the other. What they write has to be equal: otherwise the hash changes
 * under the session of somebody who has just logged in. No thread gets a hash twice, so two users with one password have two salts.
 */
final class FreshHashes {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String HMAC = "HmacSHA256";

    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final List<Made> made = new ArrayList<>();

    private record Made(ByteBuffer password, String hash, long at, Set<Thread> given) {}

    /** @param nanoTime as {@link System#nanoTime} */
    FreshHashes(LongSupplier nanoTime) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HMAC);
        this.nanoTime = nanoTime;
    }

    /** @return the hash that another thread was given in the last minute and this one was not, or a new one */
    synchronized String of(String plain) {
        long now = nanoTime.getAsLong();
        made.removeIf(old -> now - old.at() > FRESH.toNanos());
        ByteBuffer password = disguised(plain);
        Made found = made.stream()
                .filter(fresh ->
                        fresh.password().equals(password) && !fresh.given().contains(Thread.currentThread()))
                .findFirst()
                .orElseGet(() -> make(plain, password, now));
        found.given().add(Thread.currentThread());
        return found.hash();
    }

    private Made make(String plain, ByteBuffer password, long now) {
        Made fresh = new Made(password, PasswordHash.of(plain), now, new HashSet<>());
        made.add(fresh);
        return fresh;
    }

    /** A password is not kept in memory for longer than it takes to hash it. */
    private ByteBuffer disguised(String plain) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
