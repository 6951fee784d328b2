package org.lottrace.edi.as2.internal.cms;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;

/** Ciphers of contents that every product has; others (RC2, single DES) protect nothing. */
public enum ContentCipher {
    TRIPLE_DES("3DES", CMSAlgorithm.DES_EDE3_CBC),
    AES_128("AES-128", CMSAlgorithm.AES128_CBC),
    AES_192("AES-192", CMSAlgorithm.AES192_CBC),
    AES_256("AES-256", CMSAlgorithm.AES256_CBC);

    private final String word;
    private final ASN1ObjectIdentifier oid;

    ContentCipher(String word, ASN1ObjectIdentifier oid) {
        this.word = word;
        this.oid = oid;
    }

    /** @return as it is configured, such as {@code AES-256} */
    public String word() {
        return word;
    }

    /** @return whether it is only taken from partners that cannot do better */
    public boolean isWeak() {
        return this == TRIPLE_DES;
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    public static Optional<ContentCipher> named(String word) {
        return Arrays.stream(values())
                .filter(cipher -> cipher.word.equals(word))
                .findFirst();
    }

    static Optional<ContentCipher> of(String oid) {
        return Arrays.stream(values())
                .filter(cipher -> cipher.oid.getId().equals(oid))
                .findFirst();
    }
}
