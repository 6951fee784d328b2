package org.lottrace.edi.as2.internal.peer;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.lottrace.edi.as2.internal.cms.Cryptography;
import org.lottrace.edi.as2.internal.cms.OwnKey;

/** Keys with certificates of their own, made once. */
public final class Keys {
    public static final Instant NOW = Instant.now();
    public static final OwnKey OURS = make("LotTrace", NOW.plus(Duration.ofDays(100)));
    public static final OwnKey THEIRS = make("Partner", NOW.plus(Duration.ofDays(100)));
    public static final OwnKey STRANGERS = make("Stranger", NOW.plus(Duration.ofDays(100)));

    private Keys() {}

    public static OwnKey make(String name, Instant end) {
        return make(name, end, false);
    }

    /** @param isAuthority whether it says that it signs certificates, and nothing else */
    public static OwnKey make(String name, Instant end, boolean isAuthority) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    subject,
                    BigInteger.valueOf(1 + Math.abs(pair.getPublic().hashCode())),
                    Date.from(NOW.minus(Duration.ofDays(400))),
                    Date.from(end),
                    subject,
                    pair.getPublic());
            if (isAuthority) {
                certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            }
            X509Certificate made = new JcaX509CertificateConverter()
                    .setProvider(Cryptography.PROVIDER)
                    .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withRSA")
                            .setProvider(Cryptography.PROVIDER)
                            .build(pair.getPrivate())));
            return new OwnKey(pair.getPrivate(), made);
        } catch (Exception e) {
            throw new IllegalStateException(String.format(Locale.ROOT, "no key for %s", name), e);
        }
    }

    /** @return its private key as PKCS#8, readable by its owner only */
    public static Path keyFile(OwnKey key, Path file) throws IOException {
        return secret(file, pem(new JcaPKCS8Generator(key.key(), null)));
    }

    /** @return its private key as PKCS#8 with a password */
    public static Path lockedKeyFile(OwnKey key, Path file, String password) throws Exception {
        return secret(
                file,
                pem(new JcaPKCS8Generator(
                        key.key(),
                        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                .setProvider(Cryptography.PROVIDER)
                                .setPassword(password.toCharArray())
                                .build())));
    }

    public static Path certificateFile(OwnKey key, Path file) throws IOException {
        return Files.writeString(file, pem(key.certificate()));
    }

    public static Path secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(Object what) throws IOException {
        Writer text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(what);
        }
        return text.toString();
    }
}
