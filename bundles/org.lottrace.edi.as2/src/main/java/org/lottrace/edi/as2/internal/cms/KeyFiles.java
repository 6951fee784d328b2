package org.lottrace.edi.as2.internal.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads keys and certificates. What is wrong is said with the file and what to do. */
public final class KeyFiles {
    private static final int SHORTEST_KEY = 2048;

    private KeyFiles() {}

    /** @return all certificates of a PEM file, each with an RSA key of 2048 bits or more */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object found : pem(file)) {
            if (found instanceof X509CertificateHolder holder) {
                certificates.add(certificate(file, holder));
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + " holds no certificate (PEM, -----BEGIN CERTIFICATE-----)");
        }
        return certificates;
    }

    private static X509Certificate certificate(Path file, X509CertificateHolder holder) throws IOException {
        try {
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .setProvider(Cryptography.PROVIDER)
                    .getCertificate(holder);
            if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)
                    || rsa.getModulus().bitLength() < SHORTEST_KEY) {
                throw new IOException(file + " has a certificate whose key is not RSA with 2048 bits or more: "
                        + certificate.getSubjectX500Principal());
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " has a certificate that cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param certificate PEM; empty when it is in the file of the key (PKCS#12, or PEM with both)
     * @param password of the key or of the PKCS#12 file; empty: none
     */
    public static OwnKey own(Path keyFile, Optional<Path> certificate, Optional<char[]> password) throws IOException {
        OwnKey own = isPem(keyFile)
                ? new OwnKey(
                        key(keyFile, password),
                        certificates(certificate.orElse(keyFile)).get(0))
                : pkcs12(keyFile, password);
        if (!(own.key() instanceof RSAPrivateKey key)
                || !(own.certificate().getPublicKey() instanceof RSAPublicKey rsa)
                || !key.getModulus().equals(rsa.getModulus())
                || rsa.getModulus().bitLength() < SHORTEST_KEY) {
            throw new IOException(
                    keyFile
                            + " holds another key than the one of our certificate, or one that is not RSA with 2048 bits or more");
        }
        return own;
    }

    private static boolean isPem(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            // PKCS#12 begins with a SEQUENCE of more than 127 bytes
            byte[] beginning = bytes.readNBytes(2);
            return beginning.length < 2 || beginning[0] != 0x30 || beginning[1] >= 0;
        }
    }

    private static OwnKey pkcs12(Path file, Optional<char[]> password) throws IOException {
        char[] secret = password.orElse(new char[0]);
        try {
            KeyStore store = loaded(file, secret);
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() != 1
                    || !(store.getKey(keys.get(0), secret) instanceof PrivateKey key)
                    || !(store.getCertificate(keys.get(0)) instanceof X509Certificate certificate)) {
                throw new IOException(
                        file + " holds " + keys.size() + " private keys; one with its certificate is needed");
            }
            return new OwnKey(key, certificate);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be read as PKCS#12: " + e.getMessage(), e);
        }
    }

    private static KeyStore loaded(Path file, char[] secret) throws IOException, GeneralSecurityException {
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, secret);
            return store;
        } catch (IOException e) {
            throw new IOException(file + " cannot be read as PKCS#12: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file, Optional<char[]> password) throws IOException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(Cryptography.PROVIDER);
        for (Object found : pem(file)) {
            try {
                if (found instanceof PrivateKeyInfo key) {
                    return converter.getPrivateKey(key);
                }
                if (found instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (found instanceof PKCS8EncryptedPrivateKeyInfo locked) {
                    return converter.getPrivateKey(
                            locked.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                    .setProvider(Cryptography.PROVIDER)
                                    .build(needed(file, password))));
                }
                if (found instanceof PEMEncryptedKeyPair locked) {
                    return converter
                            .getKeyPair(locked.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                    .setProvider(Cryptography.PROVIDER)
                                    .build(needed(file, password))))
                            .getPrivate();
                }
            } catch (PKCSException | OperatorCreationException e) {
                throw new IOException(file + " cannot be opened with the password", e);
            }
        }
        throw new IOException(file + " holds no private key (PEM or PKCS#12)");
    }

    private static char[] needed(Path file, Optional<char[]> password) throws IOException {
        return password.orElseThrow(() -> new IOException(file + " has a password, and no file with it is set"));
    }

    private static List<Object> pem(Path file) throws IOException {
        List<Object> objects = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                PEMParser parser = new PEMParser(text)) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                objects.add(next);
            }
        }
        return objects;
    }
}
