package org.lottrace.edi.as2.internal.cms;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * With which algorithms a message may be signed (RFC 3370, 3.2; RFC 4056). This is looked at before anything is verified: numbers that the
 * sender chooses, such as the length of the salt, would decide how much memory verifying takes.
 */
final class SignatureAlgorithms {
    private SignatureAlgorithms() {}

    /** @return whether it is RSA, with this digest and no other */
    static boolean isTaken(AlgorithmIdentifier signature, Digest digest) {
        if (signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return signature.getParameters() != null
                    && isTaken(RSASSAPSSparams.getInstance(signature.getParameters()), digest);
        }
        return signature.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                || signature.getAlgorithm().equals(digest.withRsa());
    }

    private static boolean isTaken(RSASSAPSSparams pss, Digest digest) {
        BigInteger salt = pss.getSaltLength();
        return pss.getHashAlgorithm().getAlgorithm().equals(digest.oid())
                && pss.getMaskGenAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                && mask(pss).isPresent()
                && salt.signum() >= 0
                && salt.compareTo(BigInteger.valueOf(digest.bytes())) <= 0;
    }

    private static Optional<Digest> mask(RSASSAPSSparams pss) {
        return Digest.of(
                AlgorithmIdentifier.getInstance(pss.getMaskGenAlgorithm().getParameters())
                        .getAlgorithm());
    }
}
