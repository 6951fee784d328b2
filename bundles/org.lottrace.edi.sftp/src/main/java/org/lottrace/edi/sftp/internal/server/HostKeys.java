package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.lottrace.edi.sftp.internal.OwnerOnly;

/** The keys by which partners know our server, made at the first start, in files that only their owner can read. */
final class HostKeys {
    private static final int RSA_BITS = 3072;
    private static final int ED25519_BITS = 256;

    private HostKeys() {}

    /** @throws IOException if a key cannot be made or read, or others may read it */
    static List<KeyPair> in(Path folder) throws IOException {
        List<KeyPair> keys = new ArrayList<>();
        try {
            if (SecurityUtils.isEDDSACurveSupported()) {
                keys.add(key(folder.resolve("host-ed25519"), "ssh-ed25519", ED25519_BITS));
            }
            keys.add(key(folder.resolve("host-rsa"), "ssh-rsa", RSA_BITS));
        } catch (GeneralSecurityException e) {
            throw new IOException("a host key in " + folder + " cannot be made or read: " + e, e);
        }
        return keys;
    }

    /** @return what partners are told, such as {@code ssh-ed25519 SHA256:...} */
    static String fingerprint(KeyPair key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    private static KeyPair key(Path file, String type, int bits) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            make(file, KeyUtils.generateKeyPair(type, bits));
        }
        Optional<String> problem = OwnerOnly.problem(file);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), bytes, FilePasswordProvider.EMPTY)
                    .iterator()
                    .next();
        }
    }

    /** Whole or not at all: a server whose key changes is refused by its partners. */
    private static void make(Path file, KeyPair key) throws IOException, GeneralSecurityException {
        boolean isPosix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        Path partial = isPosix
                ? Files.createTempFile(
                        file.getParent(),
                        ".host",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(file.getParent(), ".host", "");
        try (OutputStream to = Files.newOutputStream(partial)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    key, "LotTrace", (OpenSSHKeyEncryptionContext) null, to);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
