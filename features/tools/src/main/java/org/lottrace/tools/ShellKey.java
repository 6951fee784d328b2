package org.lottrace.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * Makes the key pair with which the start script enters Karaf's shell.
 *
 * <p>The private key goes into a new file that only its owner can read. Printed is the public key in the form of
 * Karaf's {@code etc/keys.properties}: base64 without type and comment.
 */
public final class ShellKey {
    private static final int RSA_BITS = 3072;

    private ShellKey() {}

    /**
     * @param arguments the private key file to create; it must not exist
     * @throws IOException if the file exists or cannot be written
     * @throws GeneralSecurityException if this Java has no RSA
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyUtils.generateKeyPair("ssh-rsa", RSA_BITS);
        ByteArrayOutputStream privateKey = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "lottrace", null, privateKey);
        Path file = Files.createFile(
                Path.of(arguments[0]),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, privateKey.toByteArray(), StandardOpenOption.WRITE);
        String entry = PublicKeyEntry.toString(pair.getPublic());
        System.out.write(entry.substring(entry.indexOf(' ') + 1).getBytes(StandardCharsets.US_ASCII));
        System.out.println();
    }
}
