package org.lottrace.tools;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the certificate that HTTPS needs, by the keytool of this Java: once a root, which phones and tablets are told to trust, and
 * with it a certificate for the names of this server, again when the names have changed or it ends soon.
 */
final class ServerCertificate {
    private static final int ROOT_DAYS = 3650;

    /** Apple's systems take no longer one, from a root of one's own either. */
    private static final int SERVER_DAYS = 825;

    private static final Duration EARLY = Duration.ofDays(60);
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
    private static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final Set<String> names;

    /**
     * @param folder only its owner may read it
     * @param names host names and IPv4 addresses; empty: those of this machine. It itself is always among them
     */
    ServerCertificate(Path folder, List<String> names) throws IOException {
        this.folder = folder;
        this.names = new TreeSet<>(names.isEmpty() ? ofThisMachine() : names);
        this.names.addAll(List.of("localhost", "127.0.0.1"));
    }

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** @return what others must trust, in a form that they can install */
    Path root() {
        return folder.resolve("root.crt");
    }

    /** @return the key store of the server, ready to be used */
    Https.KeyStoreFile bringUpToDate() throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        OwnerOnly.restrict(folder);
        Path server = folder.resolve("server.p12");
        Path password = Https.passwordOf(server);
        if (Files.notExists(root())) {
            makeRoot(password);
        }
        if (!isGood(server, password)) {
            makeServer(server, password);
        }
        return new Https.KeyStoreFile(server, read(password));
    }

    /** The root's own file comes last: as long as it is missing, what is there is not whole. */
    private void makeRoot(Path password) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        OwnerOnly.write(password, HexFormat.of().formatHex(random) + "\n");
        Path root = folder.resolve("root.p12");
        Files.deleteIfExists(root);
        Files.deleteIfExists(folder.resolve("server.p12"));
        keytool(
                "-genkeypair -alias root -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -validity " + ROOT_DAYS
                        + " -ext bc:critical=ca:true,pathlen:0 -ext ku:critical=keyCertSign,cRLSign",
                root,
                password,
                "-dname",
                "CN=LotTrace root of " + names.iterator().next());
        Path exported = folder.resolve("root.crt.new");
        keytool("-exportcert -rfc -alias root", root, password, "-file", exported.toString());
        Files.move(exported, root(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeServer(Path server, Path password) throws IOException {
        Path made = folder.resolve("server.p12.new");
        Path request = folder.resolve("server.csr");
        Path signed = folder.resolve("server.crt");
        Files.deleteIfExists(made);
        keytool(
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity " + SERVER_DAYS,
                made,
                password,
                "-dname",
                "CN=LotTrace");
        keytool("-certreq -alias server", made, password, "-file", request.toString());
        String san = names.stream()
                .map(name -> (name.matches(ADDRESS) ? "ip:" : "dns:") + name)
                .collect(Collectors.joining(","));
        keytool(
                "-gencert -rfc -alias root -sigalg SHA256withECDSA -validity " + SERVER_DAYS
                        + " -ext ku:critical=digitalSignature -ext eku=serverAuth -ext san=" + san,
                folder.resolve("root.p12"),
                password,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString());
        keytool("-importcert -noprompt -alias root", made, password, "-file", root().toString());
        keytool("-importcert -noprompt -alias server", made, password, "-file", signed.toString());
        OwnerOnly.restrict(made);
        Files.delete(request);
        Files.delete(signed);
        Files.move(made, server, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isGood(Path server, Path password) throws IOException, GeneralSecurityException {
        if (Files.notExists(server)) {
            return false;
        }
        X509Certificate certificate = certificateIn(new Https.KeyStoreFile(server, read(password)));
        Set<String> itsNames = certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.toSet());
        return itsNames.equals(names)
                && certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(EARLY));
    }

    /** @return the certificate of the first key in it */
    static X509Certificate certificateIn(Https.KeyStoreFile keyStore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keyStore.file())) {
            keys.load(content, keyStore.password().toCharArray());
        }
        for (String alias : Collections.list(keys.aliases())) {
            Certificate certificate = keys.getCertificate(alias);
            if (keys.isKeyEntry(alias) && certificate instanceof X509Certificate x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("there is no key with a certificate in it");
    }

    private static Set<String> ofThisMachine() throws IOException {
        Set<String> found = new TreeSet<>();
        String host = InetAddress.getLocalHost().getHostName();
        if (isName(host)) {
            found.add(host);
        }
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            Collections.list(network.getInetAddresses()).stream()
                    .map(InetAddress::getHostAddress)
                    .filter(address -> address.matches(ADDRESS))
                    .forEach(found::add);
        }
        return found;
    }

    private static String read(Path password) throws IOException {
        return Files.readString(password).strip();
    }

    private static void keytool(String options, Path keyStore, Path password, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", keyStore.toString()));
        command.addAll(List.of("-storepass:file", password.toString()));
        command.addAll(Arrays.asList(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("the certificate for HTTPS could not be made; keytool says: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the certificate was made", stopped);
        }
    }
}
