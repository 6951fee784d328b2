package org.lottrace.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.lottrace.login.PasswordHash;

/**
 * Makes the administrator of a Karaf that has no user yet: a random password and a key for the shell.
 *
 * <p>Password and private key go into files that only their owner can read; Karaf gets the password's hash and the
 * public key. What is there already is kept, so it can be run again over an {@code etc} folder that was replaced. A key that is lost,
 * or that Karaf would never accept, is replaced by another. The file with the password is there until the password is changed:
 * it would be no use to its owner any more, and a later password is nobody's but theirs.
 */
final class Administrator {
    static final String NAME = "admin";

    /** Karaf's mark before and behind what is no plain password. */
    private static final String CRYPT = "{CRYPT}";

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
    private final Path users;
    private final Path keys;

    /**
     * @param secrets folder for password and key
     * @param etc Karaf's
     */
    Administrator(Path secrets, Path etc) {
        users = etc.resolve("users.properties");
        keys = etc.resolve("keys.properties");
        passwordFile = secrets.resolve("administrator.password");
        keyFile = secrets.resolve("shell.key");
        publicKeyFile = secrets.resolve("shell.key.pub");
    }

    /** @return true when nothing is left for {@link #enter} to do; asked at every start, so it looks at no key */
    boolean isEntered() throws IOException {
        return Files.exists(keyFile)
                && Files.exists(users)
                && Files.readAllLines(users).stream().anyMatch(Administrator::isAdministrator);
    }

    void enter() throws IOException, GeneralSecurityException {
        require(users);
        require(keys);
        if (credential().isEmpty()) {
            if (Files.notExists(passwordFile)) {
                OwnerOnly.write(passwordFile, randomPassword() + "\n");
            }
            addUnlessThere(users, kept(Files.readString(passwordFile).strip()));
        }
        if (!hasUsableKey()) {
            makeKey();
            removeAdministrator(keys);
        }
        addUnlessThere(keys, Files.readString(publicKeyFile).strip());
    }

    /**
     * Another password, at once: Karaf reads its users at every login. The roles stay as they are.
     *
     * @return the password, which stands nowhere else
     */
    String renewPassword() throws IOException {
        require(users);
        String password = randomPassword();
        replaceOrAdd(users, kept(password));
        Files.deleteIfExists(passwordFile);
        return password;
    }

    /**
     * Removes the file of the password when somebody has given the administrator another one. Looks closer only when the users were
     * changed after it last agreed.
     *
     * @return true when it was removed
     */
    boolean forgetChangedPassword() throws IOException {
        if (Files.notExists(passwordFile) || Files.notExists(users)) {
            return false;
        }
        FileTime changed = Files.getLastModifiedTime(users);
        if (changed.compareTo(Files.getLastModifiedTime(passwordFile)) <= 0) {
            return false;
        }
        if (credential().isPresent()
                && !isCredentialOf(
                        Files.readString(passwordFile).strip(), credential().get())) {
            Files.delete(passwordFile);
            return true;
        }
        Files.setLastModifiedTime(passwordFile, changed);
        return false;
    }

    /** Another key for the shell, at once. The roles stay as they are. */
    void renewKey() throws IOException, GeneralSecurityException {
        require(keys);
        makeKey();
        replaceOrAdd(keys, Files.readString(publicKeyFile).strip());
    }

    Path passwordFile() {
        return passwordFile;
    }

    Path keyFile() {
        return keyFile;
    }

    private static void require(Path file) {
        if (Files.notExists(file)) {
            throw new Refusal(
                    file + " is not there. After the first ./lottrace run it always is: bring it back from a backup,"
                            + " or take the one beside it in etc.shipped and enter your users again");
        }
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
        // the public half says that the pair is complete
        Files.deleteIfExists(publicKeyFile);
        OwnerOnly.write(keyFile, text.toString(StandardCharsets.US_ASCII));
        Files.writeString(publicKeyFile, ShellKey.entry(pair.getPublic()) + "\n");
    }

    /** The form that etc/org.apache.karaf.jaas.cfg of the distribution asks for. */
    private static String kept(String password) {
        return CRYPT + PasswordHash.of(password) + CRYPT;
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
        OwnerOnly.restrict(file);
    }

    private static void replaceOrAdd(Path file, String credential) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.replaceAll(line -> isAdministrator(line) ? withCredential(line, credential) : line);
        OwnerOnly.write(file, String.join("\n", lines) + "\n");
        addUnlessThere(file, credential);
    }

    /** @return what stands for the administrator's password among the users */
    private Optional<String> credential() throws IOException {
        return Files.readAllLines(users).stream()
                .filter(Administrator::isAdministrator)
                .map(line -> line.substring(line.indexOf('=') + 1).strip().split(",", 2)[0])
                .findFirst();
    }

    /** Karaf replaces a password that was typed in by its hash when it is first used. */
    private static boolean isCredentialOf(String password, String credential) {
        return credential.startsWith(CRYPT) && credential.endsWith(CRYPT) && credential.length() > CRYPT.length()
                ? PasswordHash.isOf(
                        password, credential.substring(CRYPT.length(), credential.length() - CRYPT.length()))
                : credential.equals(password);
    }

    private static String withCredential(String line, String credential) {
        int roles = line.indexOf(',');
        return NAME + " = " + credential + (roles < 0 ? "" : line.substring(roles));
    }

    private static boolean isAdministrator(String line) {
        return line.matches(NAME + "\\s*=.*");
    }

    private static void removeAdministrator(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.removeIf(Administrator::isAdministrator)) {
            lines.removeAll(GROUP);
            Files.write(file, lines);
        }
    }
}
