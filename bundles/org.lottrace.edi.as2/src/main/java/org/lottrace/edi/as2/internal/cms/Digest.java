package org.lottrace.edi.as2.internal.cms;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Digests of signatures and MICs. MD5 is none: anybody can make two messages that have the same. */
public enum Digest {
    SHA_1("SHA-1", "sha1", OIWObjectIdentifiers.idSHA1, 20, PKCSObjectIdentifiers.sha1WithRSAEncryption),
    SHA_256("SHA-256", "sha-256", NISTObjectIdentifiers.id_sha256, 32, PKCSObjectIdentifiers.sha256WithRSAEncryption),
    SHA_384("SHA-384", "sha-384", NISTObjectIdentifiers.id_sha384, 48, PKCSObjectIdentifiers.sha384WithRSAEncryption),
    SHA_512("SHA-512", "sha-512", NISTObjectIdentifiers.id_sha512, 64, PKCSObjectIdentifiers.sha512WithRSAEncryption);

    private final String word;
    private final String micalg;
    private final ASN1ObjectIdentifier oid;
    private final int bytes;
    private final ASN1ObjectIdentifier withRsa;

    Digest(String word, String micalg, ASN1ObjectIdentifier oid, int bytes, ASN1ObjectIdentifier withRsa) {
        this.word = word;
        this.micalg = micalg;
        this.oid = oid;
        this.bytes = bytes;
        this.withRsa = withRsa;
    }

    /** @return as it is configured, such as {@code SHA-256} */
    public String word() {
        return word;
    }

    /** @return as messages name it (RFC 4130, 7.3; RFC 5751, 3.4.3.2) */
    public String micalg() {
        return micalg;
    }

    /** @return whether it is only taken from partners that cannot do better */
    public boolean isWeak() {
        return this == SHA_1;
    }

    /** @param name with or without dash, in any case, such as {@code sha256} */
    public static Optional<Digest> named(String name) {
        String asked = name.strip().toLowerCase(Locale.ROOT).replace("-", "");
        return all().stream()
                .filter(digest ->
                        digest.word.toLowerCase(Locale.ROOT).replace("-", "").equals(asked))
                .findFirst();
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** @return how long a digest is */
    int bytes() {
        return bytes;
    }

    /** @return the signature algorithm (PKCS#1 1.5) that has this digest in its name */
    ASN1ObjectIdentifier withRsa() {
        return withRsa;
    }

    static Optional<Digest> of(ASN1ObjectIdentifier oid) {
        return all().stream().filter(digest -> digest.oid.equals(oid)).findFirst();
    }

    private static List<Digest> all() {
        return Arrays.asList(values());
    }

    /** @return in hexadecimal digits */
    public String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(word).digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @return in Base64 */
    public String of(Slice content) throws IOException {
        try (InputStream bytes = content.open()) {
            MessageDigest digest = MessageDigest.getInstance(word);
            new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
