package org.lottrace.edi.as2.internal.message;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.cms.Envelopes;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.cms.Signatures;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Puts layers around an entity, from file to file. */
public final class Layer {
    private static final String EOL = "\r\n";

    private Layer() {}

    /** @param headers each with its end of line */
    public static Entity plain(String headers, Slice body, WorkFiles work) throws IOException {
        Path file = work.next();
        try (OutputStream target = Files.newOutputStream(file)) {
            ascii(target, headers + EOL);
            body.copyTo(target);
        }
        return Entity.parse(Slice.of(file));
    }

    public static Entity compressed(Entity content, WorkFiles work) throws IOException {
        Path file = work.next();
        try (OutputStream target = Files.newOutputStream(file)) {
            cms(target, "compressed-data", "smime.p7z");
            Envelopes.compress(content.whole(), target);
        }
        return Entity.parse(Slice.of(file));
    }

    public static Entity signed(Entity content, OwnKey own, Digest digest, WorkFiles work) throws IOException {
        byte[] signature = Signatures.sign(content.whole(), own, digest);
        String boundary = boundary();
        Path file = work.next();
        try (OutputStream target = Files.newOutputStream(file)) {
            ascii(
                    target,
                    "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg="
                            + digest.micalg() + "; boundary=\"" + boundary + "\"" + EOL + EOL + "--" + boundary + EOL);
            content.whole().copyTo(target);
            ascii(
                    target,
                    EOL + "--" + boundary + EOL + "Content-Type: application/pkcs7-signature; name=smime.p7s" + EOL
                            + "Content-Transfer-Encoding: base64" + EOL
                            + "Content-Disposition: attachment; filename=smime.p7s" + EOL + EOL
                            + Base64.getMimeEncoder().encodeToString(signature) + EOL + "--" + boundary + "--" + EOL);
        }
        return Entity.parse(Slice.of(file));
    }

    public static Entity encrypted(
            Entity content, java.security.cert.X509Certificate recipient, ContentCipher cipher, WorkFiles work)
            throws IOException {
        Path file = work.next();
        try (OutputStream target = Files.newOutputStream(file)) {
            cms(target, "enveloped-data", "smime.p7m");
            Envelopes.encrypt(content.whole(), target, recipient, cipher);
        }
        return Entity.parse(Slice.of(file));
    }

    private static void cms(OutputStream target, String kind, String name) throws IOException {
        ascii(
                target,
                "Content-Type: application/pkcs7-mime; smime-type=" + kind + "; name=" + name + EOL
                        + "Content-Transfer-Encoding: binary" + EOL + "Content-Disposition: attachment; filename="
                        + name
                        + EOL + EOL);
    }

    static String boundary() {
        return "LotTrace-" + UUID.randomUUID();
    }

    private static void ascii(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
