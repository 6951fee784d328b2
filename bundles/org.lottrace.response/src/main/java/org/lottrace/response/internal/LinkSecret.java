package org.lottrace.response.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the keys of notices (HMAC-SHA-256), so that a link is valid without being stored anywhere. */
final class LinkSecret {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec secret;

    /** @param file is made, readable by its owner only, when it is not there */
    LinkSecret(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            secret = new SecretKeySpec(
                    Base64.getUrlDecoder().decode(Files.readString(file).strip()), ALGORITHM);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret of the answer page cannot be kept in " + file, e);
        }
    }

    String tokenFor(String noticeKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(noticeKey.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** Takes the same time whatever is wrong. */
    boolean isTokenFor(String noticeKey, String token) {
        return MessageDigest.isEqual(
                tokenFor(noticeKey).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path partial = Files.createTempFile(folder, ".secret", "", ownerOnly);
        Files.writeString(partial, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(partial, file);
    }
}
