package org.lottrace.edi.as2.internal.peer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Signatures that name the certificate of the partner, which anybody can write: they fit nothing, and verifying them takes much. */
public final class HostileSignatures {
    /** What they are said to sign, as the first part of a multipart. */
    public static final String CONTENT = "Content-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\n\r\nx";

    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final int FIRST = 16384;

    private HostileSignatures() {}

    /** @return RSASSA-PSS with a salt of so many bytes */
    public static byte[] salted(long salt) throws Exception {
        AlgorithmIdentifier mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA_256);
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(SHA_256, mask, new ASN1Integer(salt), new ASN1Integer(1))));
        return signedData(info);
    }

    /** @return with a digest in the algorithm of the signature that is another one than that of the content */
    public static byte[] ofTwoDigests() throws Exception {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption, DERNull.INSTANCE));
        return signedData(info);
    }

    /** @return with so many signed attributes more than are needed, in the order that takes longest to sort */
    public static byte[] withAttributes(int count) throws Exception {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        for (int i = count; i > 0; i--) {
            attributes.add(attribute("1.2." + (FIRST + i), new DLSet()));
        }
        attributes.add(attribute(CMSAttributes.contentType.getId(), new DLSet(CMSObjectIdentifiers.data)));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(CONTENT.getBytes(StandardCharsets.US_ASCII));
        attributes.add(attribute(CMSAttributes.messageDigest.getId(), new DLSet(new DEROctetString(digest))));
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new DLTaggedObject(false, 0, new DLSet(attributes)));
        info.add(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
        return signedData(info);
    }

    private static DLSequence attribute(String oid, DLSet values) {
        return new DLSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(oid), values});
    }

    private static byte[] signedData(ASN1EncodableVector algorithm) throws Exception {
        JcaX509CertificateHolder theirs = new JcaX509CertificateHolder(Keys.THEIRS.certificate());
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(new SignerIdentifier(new IssuerAndSerialNumber(theirs.getIssuer(), theirs.getSerialNumber())));
        info.add(SHA_256);
        for (int i = 0; i < algorithm.size(); i++) {
            info.add(algorithm.get(i));
        }
        info.add(new DEROctetString(new byte[256]));
        DLSequence data = new DLSequence(new ASN1Encodable[] {
            new ASN1Integer(1),
            new DLSet(SHA_256),
            new DLSequence(CMSObjectIdentifiers.data),
            new DLSet(new DLSequence(info))
        });
        return new DLSequence(new ASN1Encodable[] {CMSObjectIdentifiers.signedData, new DLTaggedObject(true, 0, data)})
                .getEncoded("DL");
    }

    /** @return the body of a multipart/signed with the boundary {@code b} */
    public static byte[] multipart(byte[] signature) throws Exception {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.write(("--b\r\n" + CONTENT + "\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(signature);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
