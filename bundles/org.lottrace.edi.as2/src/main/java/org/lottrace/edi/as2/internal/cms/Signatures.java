package org.lottrace.edi.as2.internal.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Detached signatures (RFC 8551, 3.5.3). */
public final class Signatures {
    private static final int MOST_SIGNERS = 5;

    private Signatures() {}

    /** @return the SignedData, DER */
    public static byte[] sign(Slice content, OwnKey own, Digest digest) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Cryptography.PROVIDER)
                            .build())
                    .build(
                            new JcaContentSignerBuilder(digest.word().replace("-", "") + "withRSA")
                                    .setProvider(Cryptography.PROVIDER)
                                    .build(own.key()),
                            own.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(own.certificate()));
            return generator.generate(new Content(content), false).getEncoded();
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IOException("our key cannot sign: " + e.getMessage(), e);
        }
    }

    /**
     * What has signed a content.
     *
     * @param digest of the first signature
     * @param values of all signatures that were verified, each as a digest: who sends one of them again sends the same again
     */
    public record Verified(Digest digest, List<String> values) {
        public Verified {
            values = List.copyOf(values);
        }
    }

    /**
     * Certificates inside the message are not looked at: only those count that the partner gave us. Until when they are valid is said by
     * health, and stops nothing.
     *
     * @param takesWeak whether SHA-1 is good enough
     * @throws ProtectionException if none of these certificates has signed this content
     */
    public static Verified verify(
            Slice content, byte[] signature, List<X509Certificate> certificates, boolean takesWeak) throws IOException {
        AsnShape.checkWhole(signature);
        try {
            CMSSignedData signed = new CMSSignedData(new Content(content), signature);
            Optional<Digest> verified = Optional.empty();
            List<String> values = new ArrayList<>();
            if (signed.getSignerInfos().size() > MOST_SIGNERS) {
                throw new MalformedMessageException("there are more than " + MOST_SIGNERS + " signers");
            }
            for (SignerInformation signer : signed.getSignerInfos()) {
                for (X509Certificate certificate : certificates) {
                    if (signer.getSID().match(new JcaX509CertificateHolder(certificate))) {
                        Digest digest = digestOf(signer);
                        verified = Optional.of(verified.orElse(digest));
                        if (!isBy(signer, certificate)) {
                            throw new ProtectionException(Problem.INTEGRITY, "the signature does not fit the content");
                        }
                        values.add(valueOf(signer));
                    }
                }
            }
            if (verified.isEmpty()) {
                throw new ProtectionException(
                        Problem.AUTHENTICATION, "it is not signed with a certificate that we have of this partner");
            }
            if (verified.get().isWeak() && !takesWeak) {
                throw new ProtectionException(
                        Problem.SECURITY, "it is signed with SHA-1, which is too weak; use SHA-256 or better");
            }
            return new Verified(verified.get(), values);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | RuntimeException e) {
            throw new MalformedMessageException("the signature cannot be read: " + e, e);
        }
    }

    private static Digest digestOf(SignerInformation signer) throws ProtectionException {
        return Digest.of(signer.getDigestAlgorithmID().getAlgorithm())
                .filter(digest ->
                        SignatureAlgorithms.isTaken(signer.toASN1Structure().getDigestEncryptionAlgorithm(), digest))
                .orElseThrow(() -> new ProtectionException(
                        Problem.SECURITY,
                        "it is signed with another algorithm than RSA with SHA-256, SHA-384 or SHA-512, the same for content"
                                + " and signature, or a salt that is longer than the digest; use SHA-256 with RSA"));
    }

    /** As a number: with zeros in front it is another text, and the same signature. */
    private static String valueOf(SignerInformation signer) {
        return Digest.SHA_256.of(new BigInteger(1, signer.getSignature()).toByteArray());
    }

    private static boolean isBy(SignerInformation signer, X509Certificate certificate)
            throws CMSException, OperatorCreationException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Cryptography.PROVIDER)
                    .build(certificate.getPublicKey()));
        } catch (CMSSignerDigestMismatchException changed) {
            return false;
        }
    }

    /** Read from the disk as often as it is asked for. */
    private record Content(Slice slice) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream target) throws IOException {
            slice.copyTo(target);
        }

        @Override
        public Object getContent() {
            return slice;
        }
    }
}
