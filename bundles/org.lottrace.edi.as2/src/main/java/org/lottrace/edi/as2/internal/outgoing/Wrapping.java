package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.message.Layer;
import org.lottrace.edi.as2.internal.message.Names;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.Compression;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;

/** Makes a message of a document, as the partner wants it. */
final class Wrapping {
    private static final String EOL = "\r\n";
    private static final int BEGINNING = 3;

    private final PartnerSettings settings;

    Wrapping(PartnerSettings settings) {
        this.settings = settings;
    }

    /** @param mic that the receipt must say, in Base64 */
    record Wrapped(Map<String, String> headers, Slice body, String mic) {}

    Digest digest() {
        return settings.sign().orElse(Digest.SHA_256);
    }

    Wrapped wrap(Path document, String messageId, WorkFiles work) throws IOException {
        Slice bytes = Slice.of(document);
        Entity entity = Layer.plain(
                "Content-Type: " + type(bytes) + EOL + "Content-Transfer-Encoding: binary" + EOL
                        + "Content-Disposition: attachment; filename=\"" + name(document) + "\"" + EOL,
                bytes,
                work);
        Slice micOver = entity.whole();
        if (settings.compression() == Compression.BEFORE_SIGNING) {
            entity = Layer.compressed(entity, work);
            micOver = settings.sign().isPresent() ? entity.whole() : micOver;
        }
        if (settings.sign().isPresent()) {
            entity = Layer.signed(entity, settings.own(), digest(), work);
        }
        if (settings.compression() == Compression.AFTER_SIGNING) {
            entity = Layer.compressed(entity, work);
        }
        if (settings.encrypt().isPresent()) {
            entity = Layer.encrypted(
                    entity, settings.theirs().get(0), settings.encrypt().get(), work);
        }
        boolean isPlain =
                settings.sign().isEmpty() && settings.encrypt().isEmpty() && settings.compression() == Compression.NONE;
        return new Wrapped(headers(entity, messageId), entity.body(), digest().of(isPlain ? entity.body() : micOver));
    }

    private Map<String, String> headers(Entity entity, String messageId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-Version", "1.1");
        headers.put("AS2-From", Names.write(settings.ownName()));
        headers.put("AS2-To", Names.write(settings.theirName()));
        headers.put("Message-ID", messageId);
        headers.put("MIME-Version", "1.0");
        headers.put("Subject", "EDI");
        headers.put("User-Agent", "LotTrace");
        headers.putAll(entity.headers().all());
        if (settings.receipt() != ReceiptKind.NONE) {
            headers.put("Disposition-Notification-To", settings.ownName());
            if (settings.receiptSigned()) {
                headers.put(
                        "Disposition-Notification-Options",
                        "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, "
                                + digest().micalg());
            }
        }
        settings.receiptUrl().ifPresent(url -> headers.put("Receipt-Delivery-Option", url.toString()));
        return headers;
    }

    private static String type(Slice document) throws IOException {
        try (InputStream bytes = document.open()) {
            return switch (new String(bytes.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1)) {
                case "ISA" -> "application/edi-x12";
                case "UNA", "UNB" -> "application/edifact";
                default -> "application/octet-stream";
            };
        }
    }

    private static String name(Path document) {
        return document.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
