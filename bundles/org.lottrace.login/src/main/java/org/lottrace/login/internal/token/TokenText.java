package org.lottrace.login.internal.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.api.token.TokenLogins;

/**
 * What a program sends: {@code ltt_ID_SECRET}, where the secret is 256 random bits. Because nobody can guess those, one SHA-256 of it
 * may be kept: a salt and a slow function protect what people choose, and would only cost time with every request here.
 *
 * @param id ten hexadecimal digits
 * @param text all of it
 */
record TokenText(String id, String text) {
    private static final int ID_BYTES = 5;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(TokenLogins.PREFIX + "([0-9a-f]{10})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenText random() {
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        return new TokenText(
                id,
                TokenLogins.PREFIX + id + "_"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES)));
    }

    /** @return empty when no token looks like that */
    static Optional<TokenText> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new TokenText(form.group(1), text)) : Optional.empty();
    }

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Without the secret, so that no log can show it. */
    @Override
    public String toString() {
        return TokenLogins.PREFIX + id;
    }

    private static byte[] bytes(int length) {
        byte[] random = new byte[length];
        RANDOM.nextBytes(random);
        return random;
    }
}
