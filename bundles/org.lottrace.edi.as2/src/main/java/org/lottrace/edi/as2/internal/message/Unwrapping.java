package org.lottrace.edi.as2.internal.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.lottrace.edi.as2.internal.cms.Envelopes;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.cms.Problem;
import org.lottrace.edi.as2.internal.cms.ProtectionException;
import org.lottrace.edi.as2.internal.cms.Signatures;
import org.lottrace.edi.as2.internal.mime.CanonicalText;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;
import org.lottrace.edi.as2.internal.mime.MediaType;
import org.lottrace.edi.as2.internal.mime.Multipart;
import org.lottrace.edi.as2.internal.mime.Slice;

/**
 * Takes encryption, signature and compression off a message: each once at most, in any order in which products put them on.
 *
 * @param theirs certificates with which the partner signs
 * @param takesWeak whether SHA-1 and 3DES are good enough
 * @param largest bytes that what is inside may have
 */
public record Unwrapping(OwnKey own, List<X509Certificate> theirs, boolean takesWeak, long largest) {
    private static final int LARGEST_SIGNATURE = 256 * 1024;

    public Unwrapping {
        theirs = List.copyOf(theirs);
    }

    /**
     * @throws ProtectionException with the problem that the sender is told
     * @throws IOException if our disk cannot be read or written to
     */
    public Unwrapped unwrap(Entity message, WorkFiles work) throws IOException {
        try {
            return new Layers(message, work).unwrap();
        } catch (MalformedMessageException e) {
            throw new ProtectionException(Problem.UNEXPECTED, e.getMessage(), e);
        }
    }

    private final class Layers {
        private final WorkFiles work;
        private Entity entity;
        private Slice micOver;
        private Optional<Signatures.Verified> signedWith = Optional.empty();
        private boolean isEncrypted;
        private boolean isCompressed;

        Layers(Entity message, WorkFiles work) {
            this.entity = message;
            this.micOver = message.body();
            this.work = work;
        }

        Unwrapped unwrap() throws IOException {
            while (true) {
                MediaType type = entity.type();
                if (type.isCms("enveloped-data")) {
                    once(isEncrypted || signedWith.isPresent(), "encrypted");
                    decrypt();
                } else if (type.isCms("compressed-data")) {
                    once(isCompressed, "compressed");
                    expand();
                } else if (type.name().equals("multipart/signed")) {
                    once(signedWith.isPresent(), "signed");
                    verify();
                } else if (type.name().equals("multipart/report")
                        || !type.name().startsWith("multipart/") && !type.name().matches("application/(x-)?pkcs7-.*")) {
                    return new Unwrapped(entity, micOver, signedWith, isEncrypted);
                } else {
                    throw new ProtectionException(
                            Problem.FORMAT,
                            type.name()
                                    + " is not taken: send one document, signed as multipart/signed, in each message");
                }
            }
        }

        private void once(boolean isSecond, String what) throws ProtectionException {
            if (isSecond) {
                throw new ProtectionException(Problem.FORMAT, "it is " + what + " twice, or inside its signature");
            }
        }

        private void decrypt() throws IOException {
            Path content = work.next();
            Envelopes.decrypt(entity, content, own, takesWeak, largest);
            isEncrypted = true;
            try {
                inside(content);
                entity.type();
            } catch (MalformedMessageException garbage) {
                // no more is said than of what cannot be decrypted at all
                throw new ProtectionException(Problem.DECRYPTION, "it cannot be decrypted", garbage);
            }
        }

        private void expand() throws IOException {
            Path content = work.next();
            Envelopes.expand(entity, content, largest);
            isCompressed = true;
            inside(content);
        }

        private void inside(Path content) throws IOException {
            entity = Entity.parse(Slice.of(content));
            if (signedWith.isEmpty()) {
                micOver = entity.whole();
            }
        }

        private void verify() throws IOException {
            List<Entity> parts = Multipart.parts(entity, 2);
            if (parts.size() != 2) {
                throw new MalformedMessageException("multipart/signed has no content and signature");
            }
            byte[] signature;
            try (InputStream bytes = parts.get(1).decoded()) {
                signature = bytes.readNBytes(LARGEST_SIGNATURE + 1);
            }
            if (signature.length > LARGEST_SIGNATURE) {
                throw new MalformedMessageException("the signature has more than " + LARGEST_SIGNATURE + " bytes");
            }
            entity = parts.get(0);
            micOver = entity.whole();
            try {
                signedWith = Optional.of(Signatures.verify(micOver, signature, theirs, takesWeak));
            } catch (ProtectionException e) {
                if (e.problem() != Problem.INTEGRITY
                        || entity.headers().transferEncoding().equals("binary")) {
                    throw e;
                }
                // the ends of lines of text are not signed; document and MIC are of what came, as at those products
                Slice canonical = CanonicalText.write(micOver, work.next());
                if (canonical.size() == micOver.size()) {
                    throw e;
                }
                signedWith = Optional.of(Signatures.verify(canonical, signature, theirs, takesWeak));
            }
        }
    }
}
