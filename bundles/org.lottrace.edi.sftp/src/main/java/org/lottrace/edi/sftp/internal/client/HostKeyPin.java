package org.lottrace.edi.sftp.internal.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key the server may have.
 *
 * @param type of the key, such as {@code ssh-ed25519}; empty for any
 * @param fingerprint SHA-256 of the key in Base64 with {@code SHA256:} before it, as OpenSSH writes it
 */
record HostKeyPin(Optional<String> type, String fingerprint) {
    private static final Pattern FORM = Pattern.compile("(?:(\\S+)\\s+)?(SHA256:[A-Za-z0-9+/]{43})=?");

    /** @return empty when it is no fingerprint */
    static Optional<HostKeyPin> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new HostKeyPin(Optional.ofNullable(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    /** @return whether a signature of that name is made by such a key: one of RSA has several names */
    boolean isSignedBy(String signature) {
        return type.map(kind -> kind.equals("ssh-rsa") ? signature.startsWith("rsa-sha2-") : kind.equals(signature))
                .orElse(true);
    }

    @Override
    public String toString() {
        return type.map(kind -> kind + " ").orElse("") + fingerprint;
    }
}
