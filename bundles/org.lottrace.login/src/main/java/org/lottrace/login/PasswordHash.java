package org.lottrace.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: a salted hash that takes long to compute, {@code PBKDF2.ITERATIONS.SALT.HASH}.
 *
 * <p>Source: PBKDF2 with HMAC-SHA-512 (RFC 8018); 210,000 iterations as the OWASP Password Storage Cheat Sheet asks for. The digests
 * of earlier versions, one SHA-256 without a salt, are still known.
 */
public final class PasswordHash {
    private static final int ITERATIONS = 210_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private static final Pattern FORM = Pattern.compile("PBKDF2\\.(\\d{4,8})\\.([\\w-]+)\\.([\\w-]+)");
    private static final Pattern EARLIER = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** @return another text each time, as the salt differs; without commas, so that it can stand among users and roles */
    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return "PBKDF2." + ITERATIONS + "." + text(salt) + "." + text(hash(password, salt, ITERATIONS));
    }

    /** @return true when it was made of that password; false for whatever is no hash */
    public static boolean isOf(String password, String kept) {
        Matcher form = FORM.matcher(kept);
        if (form.matches()) {
            int iterations = Integer.parseInt(form.group(1));
            return iterations <= MOST_ITERATIONS
                    && MessageDigest.isEqual(bytes(form.group(3)), hash(password, bytes(form.group(2)), iterations));
        }
        return isOfEarlierVersion(kept) && MessageDigest.isEqual(HexFormat.of().parseHex(kept), sha256(password));
    }

    /** @return true when it is a digest that is guessed fast, once it was stolen: the password should be set anew */
    public static boolean isOfEarlierVersion(String kept) {
        return EARLIER.matcher(kept).matches();
    }

    private static byte[] hash(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] sha256(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String text(byte... bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
