package org.lottrace.edi.as2.internal.cms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSCompressedDataParser;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Encryption (RFC 5652, 6) and compression (RFC 3274), from file to file. */
public final class Envelopes {
    /** In front of the content stand the recipients; a message is for one or two. */
    private static final int LARGEST_HEAD = 64 * 1024;

    private Envelopes() {}

    public static void encrypt(Slice content, OutputStream target, X509Certificate recipient, ContentCipher cipher)
            throws IOException {
        try {
            CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
            generator.addRecipientInfoGenerator(
                    new JceKeyTransRecipientInfoGenerator(recipient).setProvider(Cryptography.PROVIDER));
            try (OutputStream encrypted = generator.open(
                    target,
                    new JceCMSContentEncryptorBuilder(cipher.oid())
                            .setProvider(Cryptography.PROVIDER)
                            .build())) {
                content.copyTo(encrypted);
            }
        } catch (CMSException | CertificateEncodingException e) {
            throw new IOException("the partner's certificate cannot be encrypted for: " + e.getMessage(), e);
        }
    }

    /**
     * @param takesWeak whether 3DES is good enough
     * @param most bytes that the content may have
     * @throws ProtectionException if it was not encrypted for us as it should be. Of what is wrong with the bytes it says nothing: who
     *     sends changed messages and reads our answers must not learn anything about the content
     * @throws IOException if our own disk cannot be written to
     */
    public static void decrypt(Entity encrypted, Path target, OwnKey own, boolean takesWeak, long most)
            throws IOException {
        checkHead(encrypted, Problem.DECRYPTION);
        try (InputStream bytes = bounded(encrypted)) {
            CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(bytes);
            ContentCipher cipher = ContentCipher.of(parser.getEncryptionAlgOID())
                    .orElseThrow(() -> new ProtectionException(
                            Problem.DECRYPTION, "it is encrypted with another cipher than AES (CBC) or 3DES"));
            if (cipher.isWeak() && !takesWeak) {
                throw new ProtectionException(
                        Problem.SECURITY, "it is encrypted with 3DES, which is too weak; use AES-128 or better");
            }
            Collection<RecipientInformation> recipients = parser.getRecipientInfos()
                    .getRecipients(new KeyTransRecipientId(
                            new JcaX509CertificateHolder(own.certificate()).getIssuer(),
                            own.certificate().getSerialNumber()));
            if (recipients.isEmpty()) {
                throw new ProtectionException(
                        Problem.DECRYPTION, "it is not encrypted for the certificate that we gave to this partner");
            }
            try (InputStream content = recipients
                    .iterator()
                    .next()
                    .getContentStream(new JceKeyTransEnvelopedRecipient(own.key()).setProvider(Cryptography.PROVIDER))
                    .getContentStream()) {
                copy(content, target, most);
            }
        } catch (TooLargeException e) {
            throw new ProtectionException(Problem.UNEXPECTED, e.getMessage(), e);
        } catch (ProtectionException | NotWrittenException e) {
            throw e;
        } catch (CMSException | CertificateEncodingException | IOException | RuntimeException e) {
            throw new ProtectionException(Problem.DECRYPTION, "it cannot be decrypted", e);
        }
    }

    public static void compress(Slice content, OutputStream target) throws IOException {
        try (OutputStream compressed = new CMSCompressedDataStreamGenerator().open(target, new ZlibCompressor())) {
            content.copyTo(compressed);
        }
    }

    /** @param most bytes that the content may have: a few of a message can become thousands of times as many */
    public static void expand(Entity compressed, Path target, long most) throws IOException {
        checkHead(compressed, Problem.DECOMPRESSION);
        try (InputStream bytes = bounded(compressed);
                InputStream content = new CMSCompressedDataParser(bytes)
                        .getContent(new ZlibExpanderProvider())
                        .getContentStream()) {
            copy(content, target, most);
        } catch (TooLargeException e) {
            throw new ProtectionException(Problem.DECOMPRESSION, e.getMessage(), e);
        } catch (NotWrittenException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new ProtectionException(Problem.DECOMPRESSION, "it cannot be decompressed", e);
        }
    }

    private static void checkHead(Entity cms, Problem problem) throws IOException {
        try (InputStream bytes = cms.decoded()) {
            AsnShape.checkHead(bytes.readNBytes(LARGEST_HEAD));
        } catch (MalformedMessageException e) {
            throw new ProtectionException(problem, e.getMessage(), e);
        }
    }

    /** The library makes room for as much as a length says, up to this. */
    private static InputStream bounded(Entity cms) throws IOException {
        return new ASN1InputStream(cms.decoded(), (int) Math.min(cms.body().size() + 1, Integer.MAX_VALUE));
    }

    private static void copy(InputStream from, Path target, long most) throws IOException {
        try (OutputStream to = new OurFile(target)) {
            new AtMost(from, most).transferTo(to);
        }
    }

    /** Our own disk fails: nothing is wrong with the message. */
    private static final class NotWrittenException extends IOException {
        private static final long serialVersionUID = 1L;

        NotWrittenException(IOException cause) {
            super("our disk cannot be written to: " + cause.getMessage(), cause);
        }
    }

    private static final class OurFile extends OutputStream {
        private final OutputStream file;

        OurFile(Path target) throws NotWrittenException {
            try {
                file = Files.newOutputStream(target);
            } catch (IOException e) {
                throw new NotWrittenException(e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                file.write(bytes, offset, length);
            } catch (IOException e) {
                throw new NotWrittenException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                file.close();
            } catch (IOException e) {
                throw new NotWrittenException(e);
            }
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long most) {
            super("its content has more than " + most + " bytes, which is more than is taken");
        }
    }

    private static final class AtMost extends FilterInputStream {
        private final long most;
        private long read;

        AtMost(InputStream from, long most) {
            super(from);
            this.most = most;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            read += Math.max(0, count);
            if (read > most) {
                throw new TooLargeException(most);
            }
            return count;
        }
    }
}
