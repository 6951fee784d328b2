package org.lottrace.edi.as2.internal.cms;

import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The provider of algorithms, which is asked itself: what the virtual machine has registered is not changed. */
public final class Cryptography {
    public static final Provider PROVIDER = new BouncyCastleProvider();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int DIGITS = 14;

    private Cryptography() {}

    /**
     * @return whether it is one of an authority, which signs certificates and no messages; one that has signed itself and says nothing
     *     about its use is none: tools make such certificates for whoever has no authority
     */
    public static boolean isOfAuthority(X509Certificate certificate) {
        boolean[] use = certificate.getKeyUsage();
        boolean isForMessages = use != null && use[0];
        boolean isForItself = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        return certificate.getBasicConstraints() >= 0 && !isForMessages && (use != null || !isForItself);
    }

    /** @return when the certificate ends (RFC 5280, 4.1.2.5: always in GMT) */
    public static Instant end(X509Certificate certificate) {
        try {
            String time = Certificate.getInstance(certificate.getEncoded())
                    .getEndDate()
                    .getTime();
            return LocalDateTime.parse(time.substring(0, DIGITS), TIME).toInstant(ZoneOffset.UTC);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be written cannot have been read", e);
        }
    }
}
