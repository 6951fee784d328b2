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
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * Makes the administrator of a Karaf that has no user yet: a random password and a key for the shell.
 *
 * <p>Password and private key go into files that only their owner can read; Karaf gets the password's digest and the
 * public key. What is there already is kept, so it can be run again over an {@code etc} folder that was replaced. A key that is lost,
 * or that Karaf would never accept, is replaced by another; a lost password can't be.
 */
public final class Administrator {
    static final String NAME = "admin";

    private static final String GROUP_NAME = "_g_\\:admingroup";

    private static final List<String> GROUP = List.of(
            "# roles of a recall: recall-coordinator opens, expands, notifies, records; recall-quality takes lots out of it;",
            "# recall-signatory signs for what stays open and closes. Give them to different people.",
            GROUP_NAME + " = group,admin,manager,viewer,systembundles,ssh,"
                    + "recall-coordinator,recall-quality,recall-signatory");
    /** Without letters and digits that look alike; 24 of them are 140 bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 24;

    private final Path passwordFile;
    private final Path keyFile;
    private final Path publicKeyFile;

    Administrator(Path secrets) {
        passwordFile = secrets.resolve("administrator.password");
        keyFile = secrets.resolve("shell.key");
        publicKeyFile = secrets.resolve("shell.key.pub");
    }

    /**
     * @param arguments folder for the secrets, Karaf's {@code etc} folder
     * @throws IOException if a file cannot be written
     * @throws GeneralSecurityException if this Java has no ECDSA or SHA-256
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        try {
            new Administrator(Path.of(arguments[0])).enter(Path.of(arguments[1]));
        } catch (LostFileException lost) {
            System.err.println(lost.getMessage());
            System.exit(1);
        }
    }

    void enter(Path etc) throws IOException, GeneralSecurityException {
        Path users = etc.resolve("users.properties");
        Path keys = etc.resolve("keys.properties");
        if (Files.notExists(passwordFile)) {
            if (Files.readAllLines(users).stream().anyMatch(Administrator::isAdministrator)) {
                throw new LostFileException(passwordFile
                        + " is lost, and Karaf knows only the digest of the password. For a"
                        + " new password delete the line \"" + NAME + " = ...\" in " + users + ", then run again.");
            }
            writeSecret(passwordFile, randomPassword() + "\n");
        }
        if (!hasUsableKey()) {
            Files.deleteIfExists(publicKeyFile);
            Files.deleteIfExists(keyFile);
            makeKey();
            removeAdministrator(keys);
        }
        String digest = digest(Files.readString(passwordFile).strip());
        addUnlessThere(users, digest);
        addUnlessThere(keys, Files.readString(publicKeyFile).strip());
    }

    private boolean hasUsableKey() throws IOException, GeneralSecurityException {
        return Files.exists(keyFile)
                && Files.exists(publicKeyFile)
                && ShellKey.isAcceptedByKaraf(Files.readString(publicKeyFile).strip());
    }

    private static String randomPassword() {
        StringBuilder password = new StringBuilder();
        new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .forEach(index -> password.append(ALPHABET.charAt(index)));
        return password.toString();
    }

    private void makeKey() throws IOException, GeneralSecurityException {
        KeyPair pair = ShellKey.generate();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "lottrace", null, text);
        writeSecret(keyFile, text.toString(StandardCharsets.US_ASCII));
        // last, because it says that the pair is complete
        Files.writeString(publicKeyFile, ShellKey.entry(pair.getPublic()) + "\n");
    }

    /** The form that etc/org.apache.karaf.jaas.cfg of the distribution asks for. */
    private static String digest(String password) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        return "{CRYPT}" + HexFormat.of().withUpperCase().formatHex(digest) + "{CRYPT}";
    }

    /** A login by password and one by key have the same roles, so Karaf's own line for the group gives way to ours. */
    private static void addUnlessThere(Path file, String credential) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.stream().noneMatch(Administrator::isAdministrator)) {
            lines.removeIf(line -> line.startsWith(GROUP_NAME));
            lines.add("");
            lines.add(NAME + " = " + credential + ",_g_:admingroup");
            lines.addAll(GROUP);
            Files.write(file, lines);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static boolean isAdministrator(String line) {
        return line.startsWith(NAME + " = ");
    }

    private static void removeAdministrator(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.removeIf(Administrator::isAdministrator)) {
            lines.removeAll(GROUP);
            Files.write(file, lines);
        }
    }

    private static void writeSecret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
